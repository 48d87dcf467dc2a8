"""Sentences that carriers are filled with: news of work, goods, places, science, feelings. Own words."""

from toPeople import ORDERS, statement
from words import Words


def work(w: Words) -> str:
    return w.one([f"We have looked at the {w.topic()} numbers for {w.one(['spring', 'summer', 'autumn', 'last year'])} and they are {w.one(['better than expected', 'a little below plan', 'about the same as before'])}.", f"{w.first()} will take over {w.topic()} from {w.first()} at the end of the month.", f"The order for {w.number(2, 90)} {w.product()}s went out on {w.date()} and should be in {w.city()} soon.", f"There was a problem with {w.topic()} on {w.day()}, but it has been solved.", f"Thanks for the quick turnaround on {w.topic()}.", f"The invoice over {w.money()} was paid twice, so {w.firm()} will send the money back.", f"I am out of the office until {w.date()}.", f"As agreed on the phone, the {w.topic()} workshop moves to {w.day()} at {w.time()}.", f"{w.firm()} has asked for a new quote because the {w.product()} they wanted is no longer made.", f"Everybody liked the demo, and two customers asked for prices.", f"The contract runs until {w.date()} and ends without notice.", f"We still wait for a decision of the board on {w.topic()}.", f"Parking is behind the building; the entrance is on the left."])


def goods(w: Words) -> str:
    p = w.product()
    return w.one([f"The {p} feels solid and looks better than in the pictures.", f"Battery life is about {w.number(3, 40)} hours, which is fine for me.", f"I returned my first {p} because the lid was cracked, and the new one came within a week.", f"For {w.money()} you can't expect more.", f"It is a bit louder than my old {p}, but does the job.", f"The colour is more {w.one(['grey', 'green', 'brown'])} than {w.one(['blue', 'black'])}.", f"Setup took ten minutes, and the instructions were clear.", f"After {w.number(2, 11)} months the zip broke.", f"My daughter loves it and uses it every day.", f"Compared with the {w.one(['older', 'larger', 'cheaper'])} model it weighs {w.number(100, 900)} g less.", f"The {p} comes in three sizes and with a guarantee of {w.number(2, 10)} years.", f"Service was friendly, although we had to wait for {w.number(20, 50)} minutes.", f"Rooms are clean, breakfast is simple, and the beach is five minutes away."])


def place(w: Words) -> str:
    c = w.city()
    return w.one([f"{c} lies on the river {w.one(['Arla', 'Venn', 'Osk', 'Lira', 'Tamm'])} and has about {w.number(20, 900)},000 inhabitants.", f"The old town of {c} was rebuilt after the fire of {w.number(1500, 1900)}.", f"From the tower one can see as far as {w.city()} on a clear day.", f"The line to {w.city()} was opened in {w.number(1850, 1990)} and closed {w.number(10, 60)} years later.", f"Its market, held on {w.day()}s since {w.number(1200, 1800)}, draws visitors from the whole region.", f"{w.person()} ({w.number(1700, 1900)}–{w.number(1901, 1990)}) was born here and painted the harbour many times.", f"The council voted {w.number(9, 30)} to {w.number(1, 8)} for the new bridge.", f"Temperatures reach {w.number(20, 38)} °C in summer and rarely fall below zero.", f"A university of applied sciences moved into the former {w.one(['brewery', 'barracks', 'mill'])} in {w.number(1970, 2015)}.", f"Police in {c} said that nobody was hurt.", f"Trams and buses run until midnight; ferries cross the bay every {w.number(15, 60)} minutes."])


def science(w: Words) -> str:
    s = w.subject()
    return w.one([f"We study the effect of {s} on {w.subject()} in a sample of {w.number(30, 5000)} {w.one(['adults', 'plots', 'schools', 'cells'])}.", f"Previous work on {s} has mostly relied on {w.one(['small samples', 'simulations', 'self-reports', 'hand-labelled data'])}.", f"Our method reduces the error by {w.number(3, 60)} % compared with the strongest baseline.", f"The difference between the groups was significant (p < 0.0{w.number(1, 5)}).", f"Let x denote the position and t the time; then the energy is conserved.", f"We train a network with {w.number(2, 48)} layers on {w.number(1, 90)} million tokens.", f"Participants were recruited in {w.city()} and gave written consent.", f"A limitation of this study is that {s} was measured only once.", f"These results suggest that {s} plays a smaller role than was thought.", f"The model is given an instruction and a question, and its answer is compared with the reference.", f"Figure {w.number(1, 9)} shows the distribution of residuals.", f"The reaction was carried out at {w.number(20, 300)} K under nitrogen.", f"Theorem {w.number(1, 9)} holds for every graph with bounded degree [{w.number(1, 60)}].", f"In contrast to {w.person().split()[1]} et al. ({w.number(1990, 2025)}), we find no evidence for an interaction."])


def feeling(w: Words) -> str:
    return w.one([f"Had such a good time in {w.city()} with {w.first()} last weekend!", f"Honestly, I did not expect the concert to be that loud.", f"My train was {w.number(20, 90)} minutes late, again.", f"Finally finished the {w.subject()} book and I want to start all over.", f"lol that is exactly what {w.first()} said", f"We moved house on {w.day()} and still live among boxes.", f"The dog ate half of my {w.product()}, so that was my morning.", f"Congratulations to {w.first()} on the new job :)", f"Anyone else seeing snow in {w.one(['April', 'May', 'October'])}?", f"I'm not sure that I agree, but fair point.", f"omg the new {w.product()} is here", f"Three weeks without coffee, and I feel no different."])


def system(w: Words) -> str:
    return w.one([f"The service returns {w.number(200, 299)} when the {w.topic()} record exists and 404 otherwise.", f"Values are cached for {w.number(5, 600)} seconds.", f"Since version {w.number(1, 9)}.{w.number(0, 20)} the {w.topic()} module is loaded on demand.", f"The worker keeps a queue of {w.number(8, 512)} jobs and drops the oldest.", f"Timeouts are counted from the last byte received.", f"This release fixes a race in {w.topic()} and updates two dependencies.", f"The parser accepts comments and trailing commas.", f"Each tenant has a schema of its own.", f"Memory use grows with the number of open {w.topic()} sessions.", f"The default is {w.one(['true', 'false', 'null', '0', 'utf-8', 'auto'])}."])


MOODS = {"work": work, "goods": goods, "place": place, "science": science, "feeling": feeling, "system": system}


def paragraph(w: Words, mood: str, low: int, high: int, orders: tuple[str, ...] = ()) -> str:
    """`low` to `high` sentences of a mood; here and there a statement, or an order to people of the kinds named."""
    out = []
    for _ in range(w.number(low, high)):
        draw = w.rng.random()
        out.append(ORDERS[w.one(orders)](w) if orders and draw < 0.12 else statement(w) if draw < 0.25 else MOODS[mood](w))
    return " ".join(out)
