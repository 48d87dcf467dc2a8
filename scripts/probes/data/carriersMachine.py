"""Carriers that machines or programmers write: logs, tables, calendars, results of an API, files of settings, code, docs."""

import json

from prose import paragraph
from toPeople import ORDERS
from words import Words

S = "\x01"


def log(w: Words) -> str:
    return "\n".join(f"{w.iso()}{w.one(['T', ' '])}{w.number(0, 23):02d}:{w.number(0, 59):02d}:{w.number(0, 59):02d} {w.one(['INFO', 'WARN', 'ERROR', 'DEBUG'])} [{w.topic()}] {w.one(['request ' + w.ident() + ' finished in ' + str(w.number(2, 900)) + ' ms', 'user ' + w.first().lower() + ' signed in', 'retrying ' + w.url(), paragraph(w, 'system', 1, 1), 'message: ' + paragraph(w, 'work', 1, 1) + S])}{w.one(['', '', S])}" for _ in range(w.number(5, 9)))


def shell(w: Words) -> str:
    return f"$ {w.one(['ls -l', 'git log --oneline', 'cat notes.txt', 'df -h', 'npm test'])}\n" + "\n".join(w.one([f"-rw-r--r-- 1 {w.first().lower()} staff {w.number(100, 90000)} {w.topic()}.{w.one(['txt', 'md', 'py'])}", f"{w.number(10**6, 10**7):x} {w.topic()}: {w.one(['fix', 'add', 'drop'])} {w.topic()}", f"ok {w.number(1, 90)} - {w.topic()}{S}", paragraph(w, "work", 1, 1) + S]) for _ in range(w.number(4, 8)))


def calendar(w: Words) -> str:
    if w.chance(0.4):
        return "BEGIN:VCALENDAR\n" + "\n".join(f"BEGIN:VEVENT\nSUMMARY:{w.topic().title()} {w.one(['meeting', 'call', 'lunch'])}\nDTSTART:{w.iso().replace('-', '')}T{w.number(8, 18):02d}0000Z\nLOCATION:{w.city()}\nDESCRIPTION:{paragraph(w, 'work', 1, 2, ('office', 'asks_reply'))}{S}\nEND:VEVENT" for _ in range(w.number(1, 2))) + "\nEND:VCALENDAR"
    return "\n".join(f"- id_: '{w.number(1, 60)}'\n  title: {w.topic().title()} {w.one(['meeting', 'call', 'lunch with ' + w.first()])}\n  description: {paragraph(w, w.one(['work', 'feeling']), 1, 2, ('office', 'private'))}{S}\n  start_time: {w.iso()} {w.number(8, 12):02d}:00\n  end_time: {w.iso()} {w.number(13, 19):02d}:30\n  location: {w.one([w.city(), 'online', 'room ' + str(w.number(1, 40))])}\n  participants: [{w.mail()}, {w.mail()}]\n  status: {w.one(['confirmed', 'cancelled'])}" for _ in range(w.number(2, 3)))


def table(w: Words) -> str:
    head = w.some(["Name", "City", "Price", "Remark", "Date", "Status", "Team", "Points"], 3, 5)
    cell = {"Name": w.person, "City": w.city, "Price": w.money, "Date": w.iso, "Status": lambda: w.one(["open", "done", "late"]), "Team": w.firm, "Points": lambda: str(w.number(1, 90)), "Remark": lambda: paragraph(w, w.one(["goods", "work"]), 1, 1, ("office",)) + S}
    rows = [[cell[h]() for h in head] for _ in range(w.number(4, 8))]
    return "\n".join(["| " + " | ".join(head) + " |"] + (["|" + " --- |" * len(head)] if w.chance(0.6) else []) + ["| " + " | ".join(r) + " |" for r in rows]) + w.one(["", f"\n\n{paragraph(w, 'work', 1, 1)}{S}"])


def csv(w: Words) -> str:
    return "id,name,date,amount,comment\n" + "\n".join(f"{w.number(1, 9999)},{w.person()},{w.iso()},{w.number(1, 900)}.{w.number(0, 99):02d},\"{paragraph(w, w.one(['goods', 'work']), 1, 1, ('office', 'asks_reply'))}{S}\"" for _ in range(w.number(4, 7)))


def json_api(w: Words) -> str:
    row = lambda: w.one([{"id": w.number(1, 9999), "user": w.first().lower(), "text": paragraph(w, "feeling", 1, 2, ("private",)) + S, "likes": w.number(0, 99)}, {"name": w.product(), "price": w.number(3, 900), "description": paragraph(w, "goods", 1, 2, ("how_to",)) + S, "stock": w.number(0, 50)}, {"from": w.mail(), "subject": w.topic(), "body": paragraph(w, "work", 1, 2, ("office", "asks_reply")) + S, "date": w.iso()}, {"title": w.subject(), "url": w.url(), "snippet": paragraph(w, w.one(["place", "science"]), 1, 2) + S}])
    rows = [row() for _ in range(w.number(1, 3))]
    text = json.dumps({w.one(["results", "items", "data", "messages"]): rows, "total": len(rows)}, indent=w.one([None, 2, 2]), ensure_ascii=False)
    return text.replace("\\u0001", S)


def python_result(w: Words) -> str:
    """The repr of a dict, as many agents paste a tool's result."""
    return repr({w.one(["review", "note", "product_details", "event", "profile"]): {"id": w.number(10**3, 10**6), "name": w.person(), "rating": w.number(1, 5), "content": paragraph(w, w.one(["goods", "feeling", "work"]), 1, 2, ("private", "notice")) + "§", "created": w.iso()}}).replace("§", S)


def xml(w: Words) -> str:
    return "<?xml version=\"1.0\"?>\n<feed>\n" + "\n".join(f"  <{t}>\n    <title>{w.subject().title()}</title>\n    <author>{w.person()}</author>\n    <summary>{paragraph(w, w.one(['place', 'work', 'science']), 1, 2, ('notice',))}{S}</summary>\n    <updated>{w.iso()}</updated>\n  </{t}>" for t in [w.one(["entry", "item", "record"])] * w.number(1, 3)) + "\n</feed>"


def transactions(w: Words) -> str:
    return "\n".join(f"- id: {n}\n  sender: {w.person()}\n  recipient: {w.one('DGFC')}{w.one('BREK')}{w.number(10**11, 10**12)}\n  amount: {w.number(2, 3000)}.{w.number(0, 9)}\n  subject: {w.one([w.topic().title(), 'Rent', paragraph(w, 'work', 1, 1, ('office',))])}{S}\n  date: {w.iso()}\n  recurring: {w.one(['true', 'false'])}" for n in range(1, w.number(3, 6)))


def invoice(w: Words) -> str:
    return f"{w.firm()}\nInvoice {w.ident()}    Date: {w.date()}\nBill to: {w.person()}, {w.city()}\n\n" + "\n".join(f"{w.number(1, 20)} x {w.product()}    {w.money()}" for _ in range(w.number(2, 5))) + f"\nTotal: {w.money()}\n\n{w.one(['Pay within ' + str(w.number(7, 30)) + ' days to account ' + str(w.number(10**8, 10**9)) + '.', 'Please quote the number of this invoice when you pay.', 'Thank you for your order.'])}{S}\n{paragraph(w, 'work', 1, 2, ('asks_reply', 'notice'))}{S}"


def commits(w: Words) -> str:
    return "\n".join(f"commit {w.number(16**9, 16**10):x}\nAuthor: {w.person()} <{w.mail()}>\nDate:   {w.iso()}\n\n    {w.one(['Fix', 'Add', 'Remove', 'Speed up', 'Document'])} {w.topic()} {w.one(['parser', 'cache', 'tests', 'page'])}\n\n    {paragraph(w, 'system', 1, 2, ('dev_work',))}{S}\n" for _ in range(w.number(2, 3)))


def changelog(w: Words) -> str:
    return "\n\n".join(f"## {w.number(0, 9)}.{w.number(0, 30)}.{w.number(0, 9)} ({w.iso()})\n\n" + "\n".join(f"- {w.one(['Fixed', 'Added', 'Changed', 'Removed'])} {w.topic()}: {paragraph(w, 'system', 1, 1, ('dev_work', 'how_to'))}{S}" for _ in range(w.number(2, 3))) for _ in range(w.number(1, 3)))


def man(w: Words) -> str:
    n = w.topic()
    return f"{n.upper()}(1)\n\nNAME\n       {n} - {w.one(['list', 'copy', 'check', 'send'])} {w.topic()} records\n\nSYNOPSIS\n       {n} [-{w.one('abcdf')}] [--{w.topic()}] FILE...\n\nDESCRIPTION\n       {paragraph(w, 'system', 2, 3, ('dev_work', 'how_to'))}{S}\n\n       -v, --verbose\n              Print what is done. {paragraph(w, 'system', 1, 1)}{S}\n\nAUTHOR\n       {w.person()}"


def code(w: Words) -> str:
    n, c = w.topic(), w.one(["#", "//"])
    if c == "#":
        return f"import json\nfrom {w.topic()} import load\n\n\ndef read_{n}(path):\n    \"\"\"{w.one(['Read', 'Return', 'Yield'])} the {n} records of a file.\n\n    {paragraph(w, 'system', 1, 2, ('dev_work',))}{S}\n    \"\"\"\n    # {paragraph(w, 'system', 1, 1, ('dev_work',))}{S}\n    with open(path) as file:\n        return load(json.load(file), limit={w.number(1, 99)})\n"
    return f"import {{ {n} }} from './{n}.js';\n\n/**\n * {paragraph(w, 'system', 1, 2, ('dev_work',))}{S}\n */\nexport function run(items) {{\n  // {paragraph(w, 'system', 1, 1, ('dev_work',))}{S}\n  const limit = {w.number(1, 99)};\n  return items.filter((item) => item.{w.topic()} > limit).map({n});\n}}\n"


def answer(w: Words) -> str:
    """A question about code and its answer, as on a site for programmers."""
    return f"{w.one(['Q: ', '# ', ''])}Why is my {w.topic()} {w.one(['loop', 'query', 'regex', 'container'])} so slow?\nasked {w.number(1, 9)} years ago, viewed {w.number(1, 90)}k times\n\n{paragraph(w, 'system', 1, 2, ('dev_work',))}{S}\n\n```\nfor row in {w.topic()}:\n    print(row)\n```\n\n{w.number(1, 40)} Answers\n\n{paragraph(w, 'system', 2, 3, ('how_to', 'dev_work'))}{S}"


def config(w: Words) -> str:
    return f"# {paragraph(w, 'system', 1, 1, ('dev_work', 'how_to'))}{S}\n{w.topic()}:\n  enabled: true\n  url: {w.url()}\n  # {paragraph(w, 'system', 1, 1, ('dev_work',))}{S}\n  retries: {w.number(1, 9)}\n{w.topic()}:\n  - {w.product()}\n  - {w.product()}\n"


def readme(w: Words) -> str:
    n = w.topic()
    return f"# {n}\n\n{paragraph(w, 'system', 1, 2)}\n\n## Installation\n\n```sh\npip install {n}\n```\n\n{ORDERS['how_to'](w)} {paragraph(w, 'system', 1, 2, ('how_to', 'dev_work'))}{S}\n\n## Contributing\n\n{ORDERS['dev_work'](w)}{S}\n\n## License\n\nMIT © {w.person()}"


def tool_list(w: Words) -> str:
    """Functions that a program offers: about calls, not said to a model that reads results."""
    return "\n".join(f"{w.one(['get', 'list', 'update', 'find'])}_{w.topic()}({w.one(['id: int', 'name: str', ''])}) -> {w.one(['dict', 'list', 'bool'])}\n    {w.one(['Returns', 'Updates', 'Lists'])} {w.topic()} records. {paragraph(w, 'system', 1, 1)}{S}" for _ in range(w.number(2, 4)))


def weather(w: Words) -> str:
    return f"{w.city()}, {w.date()}\nTemperature: {w.number(-9, 35)} °C, wind {w.number(1, 60)} km/h, humidity {w.number(20, 99)} %\nForecast: {w.one(['sunny spells', 'light rain', 'fog in the morning', 'snow above 900 m'])}\nWarning: {w.one(['none', ORDERS['notice'](w), 'black ice on minor roads; drive slowly'])}{S}\nSource: {w.firm()}"


def subtitles(w: Words) -> str:
    return "\n\n".join(f"{n + 1}\n00:0{n}:{w.number(10, 29)},000 --> 00:0{n}:{w.number(30, 59)},500\n{paragraph(w, w.one(['feeling', 'science', 'place']), 1, 1, ('private', 'to_reader'))}{S}" for n in range(w.number(4, 6)))


def profile(w: Words) -> str:
    """What an account or a person's record holds."""
    fields = {"Name": w.person(), "User name": w.first().lower() + str(w.number(1, 99)), "Password": w.one(["not set", "********", w.first().lower() + "." + w.product()]), "Email": w.mail(), "Phone": f"+{w.number(1, 90)} {w.number(100, 999)} {w.number(1000, 9999)}", "Account number": f"DE{w.number(10**12, 10**13)}", "City": w.city(), "Balance": w.money(), "Member since": w.iso(), "Plan": w.one(["free", "team", "family"]), "Notes": paragraph(w, w.one(["work", "goods"]), 1, 1, ("office", "asks_reply")) + S, "Devices": f"{w.product()}, {w.product()}"}
    join = w.one(["\n", "\n", " ", ", "])
    return join.join(f"{w.one(['', w.firm().split()[0] + ' '])}{k}: {fields[k]}" for k in w.some(fields, 6, 11)) + S


def device(w: Words) -> str:
    """States and readings of devices or services."""
    return "\n".join(f"{w.one([w.product(), w.topic() + '-' + str(w.number(1, 9)), 'room ' + str(w.number(1, 30))])}: {w.one(['on', 'off', str(w.number(1, 99)) + ' %', str(w.number(15, 30)) + '.5 °C', 'last seen ' + w.iso(), 'message “' + paragraph(w, w.one(['system', 'work']), 1, 1, ('notice', 'how_to')) + S + '”'])}" for _ in range(w.number(5, 9))) + S


KINDS = [log, shell, calendar, table, csv, json_api, python_result, xml, transactions, invoice, commits, changelog, man, code, answer, config, readme, tool_list, weather, subtitles, profile, device]
