"""Carriers that are published: pages, results of a search, reviews, products, adverts, articles, papers, worksheets, law."""

from prose import paragraph
from toPeople import ORDERS, how_to, question
from words import Words

S = "\x01"


def search_results(w: Words) -> str:
    return "\n\n".join(f"{w.one([str(n + 1) + '. ', '', '### '])}{w.subject().title()} – {w.firm()}\n{w.url()}\n{w.iso()} — {paragraph(w, w.one(['place', 'goods', 'science']), 1, 2, ('notice', 'how_to'))}{S} ..." for n in range(w.number(2, 5)))


def reviews(w: Words) -> str:
    return "\n".join(f"{w.one(['★' * w.number(1, 5), str(w.number(1, 5)) + '/5', 'Rating: ' + str(w.number(1, 5))])} {w.first()} {w.one(['wrote', 'says', '(verified buyer)', 'from ' + w.city()])}: {paragraph(w, 'goods', 1, 3, ('to_reader',))}{S}" for _ in range(w.number(3, 5)))


def hotel(w: Words) -> str:
    return f"{w.one(['Hotel', 'Restaurant', 'Café'])} {w.one(['Astoria', 'Bellevue', 'Central', 'Am Markt', 'Riva'])}, {w.city()}\nRating: {w.number(30, 50) / 10}\nAddress: {w.number(1, 200)} {w.one(['Lake', 'Hill', 'Station', 'King'])} Street\nPrice per night: {w.money()}\nReviews: {paragraph(w, 'goods', 1, 2)}{S}; {paragraph(w, 'goods', 1, 2)}{S}"


def product(w: Words) -> str:
    p = w.product()
    return f"# {w.firm().split()[0]} {p} {w.one(['Pro', 'Mini', '2', 'Classic'])}\n\n{w.money()} · in stock\n\n{paragraph(w, 'goods', 2, 3, ('notice',))}{S}\n\n- {w.one(['Weight', 'Height'])}: {w.number(1, 90)} {w.one(['kg', 'cm'])}\n- Colour: {w.one(['black', 'sand', 'olive'])}\n- {how_to(w)}\n{S}\nCustomers also bought: {w.product()}, {w.product()}"


def html(w: Words) -> str:
    return f"<html>\n<head><title>{w.subject().title()}</title></head>\n<body>\n<nav><a href=\"/\">Home</a> <a href=\"/{w.topic()}\">{w.topic().title()}</a></nav>\n<h1>{w.subject().title()}</h1>\n<p>{paragraph(w, w.one(['place', 'science', 'goods']), 2, 3, ('notice', 'to_reader'))}{S}</p>\n<p>{paragraph(w, 'place', 1, 2, ('how_to',))}{S}</p>\n<div class=\"{w.one(['footer', 'note', 'ad'])}\">{S}© {w.number(2001, 2026)} {w.firm()}</div>\n</body>\n</html>"


def accessibility_tree(w: Words) -> str:
    """A page as an agent's browser gives it."""
    n = w.number(10, 900)
    return "\n".join([f"[{n}] RootWebArea '{w.subject().title()} · {w.firm()}'", f"\t[{n + 4}] link 'Skip to content'", f"\t[{n + 9}] heading '{w.topic().title()}'"] + [f"\t[{n + 20 + k}] {w.one(['StaticText', 'link', 'listitem', 'paragraph'])} '{paragraph(w, w.one(['feeling', 'work', 'goods']), 1, 2, ('notice', 'dev_work'))}{S}'" for k in range(w.number(3, 6))] + [f"\t[{n + 40}] textbox 'Add a comment' required: False", f"\t[{n + 44}] button 'Submit'"])


def wiki(w: Words) -> str:
    s = w.one([w.city(), w.person(), w.subject().title()])
    return f"'''{s}''' is {w.one(['a town', 'a painter', 'a field of study', 'a village', 'a kind of dance'])} in {w.one(['the north', 'the south', 'Europe', 'Asia'])}. {paragraph(w, 'place', 2, 3)}{S}\n\n== {w.one(['History', 'Geography', 'Life', 'Reception'])} ==\n{paragraph(w, w.one(['place', 'science']), 2, 4)}{S}\n\n== References ==\n* [{w.url()} {w.person()}: On {w.subject()}], {w.number(1950, 2024)}."


def encyclopaedia(w: Words) -> str:
    return f"{w.subject().upper()}, {w.one(['the study of', 'a term for', 'in the arts,', 'from the Latin,'])} {w.subject()}. {paragraph(w, w.one(['place', 'science']), 4, 6, ('to_reader',))}{S} {paragraph(w, 'place', 1, 3)}"


def news(w: Words) -> str:
    return f"{w.city().upper()} — {paragraph(w, 'place', 2, 3)}\n\n“{paragraph(w, w.one(['work', 'place']), 1, 1)}” said {w.person()}, {w.one(['who lives nearby', 'head of ' + w.topic(), 'of ' + w.firm()])}.{S}\n\n{paragraph(w, w.one(['place', 'work', 'science']), 2, 3)}{S}"


def abstract(w: Words) -> str:
    return f"{w.one(['Title: ', '', '# '])}{w.one(['On', 'A study of', 'Towards', 'Rethinking'])} {w.subject()} {w.one(['and', 'without', 'for'])} {w.subject()}\n{w.person()}, {w.person()} and {w.person()}\n\n{w.one(['Abstract. ', 'Abstract—', '## Abstract' + chr(10)])}{paragraph(w, 'science', 4, 6, ('to_reader',))}{S}\n\nKeywords: {w.subject()}, {w.subject()}, {w.topic()}"


def paper(w: Words) -> str:
    return f"{w.one(['3.2 ', '## ', '4 ', chr(92) + 'section{'])}{w.one(['Related Work', 'Experimental Setup', 'Results', 'Discussion', 'Method', 'Limitations'])}{w.one(['', '', '}'])}\n\n{paragraph(w, 'science', 3, 5, ('to_reader',))}{S}\n\n{paragraph(w, 'science', 2, 4, ('to_reader',))}{S}"


def prompts_in_paper(w: Words) -> str:
    """A paper that describes prompts given to models: about AI, not to it."""
    return f"{paragraph(w, 'science', 1, 2)} {w.one(['Each model was prompted to', 'Annotators and models were asked to', 'The assistant is instructed to', 'In the second condition the LLM had to'])} {w.one(['answer in one word', 'summarise the passage', 'translate the sentence', 'explain its choice', 'list three reasons'])}, and {w.number(2, 9)} raters judged the {w.one(['answers', 'summaries'])}. {paragraph(w, 'science', 2, 3)}{S}\n\n{paragraph(w, 'science', 1, 2)}"


def worksheet(w: Words) -> str:
    return f"{w.one(['Worksheet', 'Exam', 'Year ' + str(w.number(3, 12)) + ' test', 'Exercises'])}: {w.subject()}\nName: ____________  Date: ________\n\n{ORDERS['exam'](w)}\n\n" + "\n".join(f"{n + 1}. {w.one([question, ORDERS['exam'], ORDERS['exam']])(w)}{S}" for n in range(w.number(3, 6)))


def faq(w: Words) -> str:
    return f"Frequently asked questions about {w.topic()}\n\n" + "\n\n".join(f"{w.one(['**', 'Q: ', '### '])}How do I {w.one(['change my address', 'return a ' + w.product(), 'cancel', 'get a receipt', 'reset my password', 'invite a colleague'])}?\n{how_to(w)} {paragraph(w, w.one(['goods', 'system']), 1, 2, ('notice', 'how_to'))}{S}" for _ in range(w.number(2, 4)))


def recipe(w: Words) -> str:
    return f"{w.one(['Lemon', 'Apple', 'Potato', 'Lentil', 'Almond'])} {w.one(['cake', 'soup', 'pie', 'salad', 'bread'])} (serves {w.number(2, 8)})\n\nIngredients: {w.number(100, 500)} g flour, {w.number(1, 6)} eggs, salt\n\n" + "\n".join(f"{n + 1}. {w.one(['Stir', 'Whisk', 'Knead', 'Chop', 'Boil', 'Fold in'])} the {w.one(['dough', 'onions', 'lentils', 'butter'])} {w.one(['until smooth', 'for ten minutes', 'over low heat'])}.{S}" for n in range(w.number(4, 7))) + f"\n\nTip: {paragraph(w, 'goods', 1, 1)}{S}"


def job(w: Words) -> str:
    return f"{w.one(['Job offer', 'We are hiring', 'Vacancy'])}: {w.one(['Accountant', 'Data engineer', 'Nurse', 'Editor', 'Driver'])} (m/f/d), {w.city()}\n\n{paragraph(w, 'work', 1, 2)}\n\nYour tasks\n- You {w.one(['plan', 'lead', 'check', 'write'])} our {w.topic()} {w.one(['reports', 'projects'])}.\n- You answer questions of customers about {w.topic()}.\n{S}\nWe offer {w.number(24, 32)} days of leave and {w.topic()}. {ORDERS['notice'](w)}{S}"


def bio(w: Words) -> str:
    p = w.person()
    return f"{w.one(['About the author', p, 'Curriculum vitae', 'Speaker'])}\n\n{p} {w.one(['is a writer', 'works as an engineer', 'teaches ' + w.subject()])} in {w.city()}. {paragraph(w, w.one(['place', 'work', 'science']), 2, 4)}{S}\n\nExperience\n{w.number(2005, 2015)}–{w.number(2016, 2026)}: {w.firm()}, {w.topic()}{S}\nLanguages: English, Polish"


def legal(w: Words) -> str:
    return f"{w.number(1, 14)}. {w.one(['Liability', 'Termination', 'Payment', 'Privacy', 'Governing law'])}\n{w.number(1, 14)}.1 The {w.one(['Customer', 'Tenant', 'Licensee'])} shall {w.one(['pay', 'return', 'keep', 'notify'])} the {w.one(['fee', 'goods', 'premises', 'Provider'])} within {w.number(7, 60)} days. {paragraph(w, 'work', 1, 2)}{S}\n{w.number(1, 14)}.2 The Provider may not {w.one(['disclose', 'assign', 'change'])} this agreement without written consent.{S} Notices must be sent to {w.mail()}."


def travel(w: Words) -> str:
    return f"Day {w.number(1, 9)}: {w.city()}\n{paragraph(w, 'place', 2, 4, ('to_reader', 'notice'))}{S}\n\nDay {w.number(1, 9)}: {w.city()}\n{paragraph(w, w.one(['place', 'feeling']), 2, 3, ('private', 'how_to'))}{S}"


def story(w: Words) -> str:
    a, b = w.first(), w.first()
    return f"{a} closed the door and listened. {paragraph(w, 'place', 1, 2)}{S}\n\n“{ORDERS['private'](w)}” said {b}.\n\n“I can't,” {a} answered. “{paragraph(w, 'feeling', 1, 1)}”{S}\n\n{paragraph(w, w.one(['place', 'feeling']), 2, 3)}"


KINDS = [search_results, reviews, hotel, product, html, accessibility_tree, wiki, encyclopaedia, news, abstract, paper, prompts_in_paper, worksheet, faq, recipe, job, bio, legal, travel, story]
