"""Carriers in which people write to people: mails, notices, tickets, chats, threads, minutes, letters, social posts."""

from prose import paragraph
from words import Words

S = "\x01"


def mail(w: Words) -> str:
    sender, to = w.person(), w.first()
    head = w.one([f"From: {sender} <{w.mail()}>\nTo: {to} <{w.mail()}>\nSubject: {w.topic().title()} {w.one(['update', 'next week', 'again', w.ident()])}\nDate: {w.date()}\n\n", f"Subject: Re: {w.topic()}\n\n", ""])
    return f"{head}{w.one(['Hi', 'Dear', 'Hello', 'Good morning'])} {to},\n\n{paragraph(w, 'work', 2, 4, ('office', 'asks_reply'))}{S}\n\n{paragraph(w, 'work', 1, 3, ('asks_reply', 'office'))}{S}\n\n{w.one(['Best', 'Kind regards', 'Thanks', 'Cheers', 'See you'])},\n{sender.split()[0]}{w.one(['', chr(10) + w.firm()])}{S}"


def mail_list(w: Words) -> str:
    """A mailbox as a tool gives it: YAML of a few mails."""
    out = []
    for n in range(w.number(2, 4)):
        out.append(f"- id_: '{n + 1}'\n  sender: {w.mail()}\n  recipients:\n  - {w.mail()}\n  subject: {w.topic().title()}\n  body: {paragraph(w, 'work', 1, 3, ('office', 'asks_reply'))}{S}\n  read: {w.one(['true', 'false'])}\n  timestamp: {w.iso()}T{w.number(8, 19):02d}:{w.number(0, 59):02d}:00")
    return "\n".join(out)


def newsletter(w: Words) -> str:
    parts = [f"{w.one(['**', '## ', ''])}{w.subject().title()}\n{paragraph(w, w.one(['place', 'goods', 'work']), 2, 3, ('notice',))}{S}" for _ in range(w.number(2, 3))]
    return f"{w.firm()} news, {w.one(['spring', 'May', 'issue ' + str(w.number(2, 60))])}\n\n" + "\n\n".join(parts) + f"\n\nYou get this mail because you signed up at {w.url()}. Unsubscribe"


def notice(w: Words) -> str:
    return f"{w.one(['NOTICE', 'To all residents', 'Announcement', 'Information for visitors', 'Public notice'])}\n\n{paragraph(w, w.one(['work', 'place']), 2, 4, ('notice', 'office'))}{S}\n\n{w.one(['The management', w.firm(), 'Town council of ' + w.city()])}, {w.date()}"


def ticket(w: Words) -> str:
    return f"Ticket {w.ident()} — {w.one(['open', 'pending', 'solved'])}\nPriority: {w.one(['low', 'normal', 'high'])}\nRequester: {w.person()}\nSubject: {w.product().title()} {w.one(['does not start', 'arrived broken', 'refund', 'wrong size'])}\n\nDescription:\n{paragraph(w, 'goods', 2, 3, ('asks_reply',))}{S}\n\nComment by {w.person()} ({w.one(['agent', 'support'])}), {w.iso()}:\n{paragraph(w, 'work', 1, 2, ('asks_reply',))}{S}"


def chat(w: Words) -> str:
    people = w.some([w.first() for _ in range(6)], 2, 3)
    style = w.one(["{t} {p}: {s}", "{p}: {s}", "[{t}] <{p}> {s}", "**{p}** {t}\n{s}\n"])
    lines = [style.format(t=f"{w.number(8, 22):02d}:{w.number(0, 59):02d}", p=w.one(people), s=paragraph(w, w.one(["feeling", "work", "feeling"]), 1, 2, ("private", "office")) + S) for _ in range(w.number(5, 9))]
    return "\n".join(lines)


def channel(w: Words) -> str:
    """Messages of a team chat as a tool gives them."""
    return "\n".join(f"- sender: {w.first()}\n  recipient: {w.one([w.topic(), 'general', 'random', w.first()])}\n  body: {paragraph(w, w.one(['feeling', 'work']), 1, 2, ('office', 'private'))}{S}" for _ in range(w.number(3, 6)))


def forum(w: Words) -> str:
    posts = [f"{w.one(['Posted by', 'u/', '@', 'Reply from'])} {w.first().lower()}{w.number(1, 99)} · {w.number(2, 23)}{w.one(['h', ' hours ago', 'd'])} · {w.number(0, 400)} {w.one(['points', 'likes', 'upvotes'])}\n{paragraph(w, w.one(['feeling', 'goods', 'system']), 1, 3, ('private', 'dev_work', 'asks_reply'))}{S}" for _ in range(w.number(2, 4))]
    return f"{w.one(['r/', 'Forum > ', 'Thread: '])}{w.subject()}: {w.one(['your experience?', 'tips', 'help wanted', 'what went wrong'])}\n\n" + "\n\n".join(posts)


def issue(w: Words) -> str:
    return f"### {w.topic()}: {w.one(['crash on start', 'wrong result', 'slow since update', 'docs unclear'])} {w.ident()}\n\n**{w.first().lower()}** opened this issue on {w.date()}\n\n{paragraph(w, 'system', 2, 3, ('dev_work',))}{S}\n\n```\nError: {w.topic()} failed with code {w.number(1, 255)}\n```\n\n> {paragraph(w, 'system', 1, 1)}\n\n**{w.first().lower()}** commented\n\n{paragraph(w, 'system', 1, 2, ('dev_work', 'asks_reply'))}{S}\n\nLabels: {w.one(['bug', 'question', 'help wanted'])}"


def minutes(w: Words) -> str:
    points = [f"{n + 1}. {w.topic().title()}\n{paragraph(w, 'work', 1, 3, ('office',))}{S}" for n in range(w.number(2, 4))]
    return f"Minutes of the {w.topic()} meeting, {w.date()}\nPresent: {w.person()}, {w.person()}, {w.person()}\n\n" + "\n".join(points) + f"\n\nAction: {w.first()} {w.one(['to send the list', 'checks the price', 'books the room'])}.{S}"


def transcript(w: Words) -> str:
    a, b = w.one([("Interviewer", w.person()), ("HOST", "GUEST"), ("Agent", "Caller"), (w.first(), w.first()), ("Q", "A")])
    return "\n".join(f"{w.one(['', f'[00:{w.number(0, 59):02d}:{w.number(0, 59):02d}] '])}{(a, b)[n % 2]}: {paragraph(w, w.one(['work', 'feeling', 'science', 'place']), 1, 2, ('private', 'asks_reply'))}{S}" for n in range(w.number(4, 7)))


def letter(w: Words) -> str:
    return f"{w.city()}, {w.date()}\n\nDear {w.one(['Sir or Madam', 'Mr ' + w.person().split()[1], w.first(), 'customer'])},\n\n{paragraph(w, w.one(['work', 'place', 'goods']), 3, 5, ('asks_reply', 'notice'))}{S}\n\n{w.one(['Yours sincerely', 'With best wishes', 'Love'])},\n{w.person()}"


def post(w: Words) -> str:
    return "\n\n".join(f"{w.person()} @{w.first().lower()}_{w.number(1, 99)} · {w.number(1, 23)}h\n{paragraph(w, 'feeling', 1, 2, ('private', 'notice'))}{S} #{w.topic()}\n{w.number(0, 900)} likes, {w.number(0, 90)} replies" for _ in range(w.number(2, 4)))


def alert(w: Words) -> str:
    """A mail that a service writes by itself: of a bank, a shop, a carrier. Heads of many shapes, also on one line."""
    firm, join = w.firm(), w.one(["\n", "\n", "|", " | ", "; "])
    keys = w.one([("Subject", "From", "Received"), ("SUBJECT", "SENDER", "DATE"), ("subject", "from", "date"), ("Title", "Author", "Time")])
    what = w.one([f"Your card was charged {w.money()} by {w.firm()}", f"Payment of {w.money()} received", f"Your order {w.ident()} is on its way", f"Booking confirmed: {w.city()}, {w.date()}", f"Invoice {w.ident()} is ready", f"New sign-in from {w.city()}", f"{w.person()} shared a document with you", f"Statement for {w.date()}", f"You sent {w.money()} to {w.person()}", f"Reminder: {w.topic()} starts at {w.time()}"])
    head = join.join([f"{keys[0]}: {what}", f"{keys[1]}: {firm} <{w.mail()}>", f"{keys[2]}: {w.date()} {w.time()} +0{w.number(0, 9)}00"])
    lines = [f"{what}.", f"Amount: {w.money()}   Reference: {w.ident()}", f"Hi {w.first()}, {w.one(['there was a new transaction on your account', 'here is your receipt', 'we have good news', 'your ticket is attached'])}.", f"If this was not you, call us or reply to this mail.", f"The final amount may differ from this one.", f"You get this message because alerts over {w.money()} are on. Change your settings at {w.url()}", f"Questions? Write to {w.mail()} or visit our help pages.", f"View {w.one(['order', 'invoice', 'receipt', 'statement'])}", f"The {firm} team", paragraph(w, "work", 1, 2, ("notice", "asks_reply"))]
    body = w.one(["\n", "\n\n", " ", "  "]).join(line + (S if w.chance(0.4) else "") for line in w.some(lines, 4, 8))
    return f"{head}{w.one([join, chr(10), chr(10) * 2])}{w.one(['', 'CONTENT: ', 'Body: ']) if join != chr(10) else ''}{body}{S}"


KINDS = [mail, mail_list, newsletter, notice, ticket, chat, channel, forum, issue, minutes, transcript, letter, post, alert]
