"""Words that the generators share: people, places, things, dates, numbers. No text of a third party."""

import random

FIRST = """Amara Ben Carla Dmitri Elif Farah Goran Hana Igor Jasmin Kofi Lena Marek Nadia Omar Priya Quentin Rosa Sven
Tamar Uma Viktor Wanda Xin Yusuf Zoe Alice Bruno Chloe Daniel Emma Felix Grace Henry Isla Jack Katja Liam Maria Noah
Olga Paul Ruth Sam Tess Ugo Vera Will""".split()
LAST = """Adler Baker Costa Duarte Eriksen Fischer Gupta Hansen Ito Jensen Kowalski Lindgren Moreau Novak Okafor Petrov
Quinn Rossi Schmidt Tanaka Ueda Varga Weber Yilmaz Zhang Brown Carter Dixon Evans Foster""".split()
CITY = """Lisbon Oslo Kraków Porto Leeds Ghent Turin Malmö Graz Bilbao Austin Denver Nairobi Osaka Perth Quito Tampere
Utrecht Vienna Zagreb Bergen Lyon Bristol Halifax""".split()
FIRM = """Northwind Brightleaf Kestrel Alder Bluestone Cobalt Driftwood Ember Fairway Granite Harbor Juniper Lumen Maple
Nimbus Orchard Pinecrest Quarry Redwood Summit Tidewater Vantage""".split()
SUFFIX = ["Ltd", "GmbH", "Inc.", "Labs", "Partners", "Logistics", "Foods", "Energy", "Studios", "Books", "Travel", "Health"]
PRODUCT = """headphones kettle backpack desk-lamp keyboard bicycle blender tent jacket router camera sofa monitor drill
toaster scarf notebook suitcase thermos guitar printer mattress""".split()
TOPIC = """onboarding budget migration release inventory audit newsletter website hiring training packaging logistics
security accessibility billing marketing procurement insurance maintenance research catering payroll""".split()
DAY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = "January February March April May June July August September October November December".split()
SUBJECT = """photosynthesis volcanoes inflation fractions the_French_Revolution bees gravity nutrition coral_reefs
jazz urban_planning renewable_energy chess medieval_trade vaccines glaciers coffee poetry algebra migration_of_birds
black_holes bread_baking the_Silk_Road tides soil bridges typography sleep""".split()
SUBJECT = [s.replace("_", " ") for s in SUBJECT]
LANGUAGE = "French German Spanish Italian Polish Turkish Japanese Portuguese Dutch Swahili Greek Korean".split()
CODE_LANGUAGE = "Python JavaScript C++ Java Rust Go Ruby Bash SQL TypeScript".split()
DOMAIN = ["example.com", "example.net", "example.org", "mail.example", "shop.example", "portal.example"]


class Words:
    """Draws of words from one seeded generator."""

    def __init__(self, rng: random.Random):
        self.rng = rng

    def one(self, options):
        return self.rng.choice(options)

    def some(self, options, low, high):
        return self.rng.sample(list(options), min(len(options), self.rng.randint(low, high)))

    def chance(self, share):
        return self.rng.random() < share

    def number(self, low, high):
        return self.rng.randint(low, high)

    def first(self):
        return self.one(FIRST)

    def person(self):
        return f"{self.one(FIRST)} {self.one(LAST)}"

    def city(self):
        return self.one(CITY)

    def firm(self):
        return f"{self.one(FIRM)} {self.one(SUFFIX)}"

    def product(self):
        return self.one(PRODUCT).replace("-", " ")

    def topic(self):
        return self.one(TOPIC)

    def subject(self):
        return self.one(SUBJECT)

    def day(self):
        return self.one(DAY)

    def date(self):
        return self.one(
            [
                f"{self.number(1, 28)} {self.one(MONTH)} {self.number(2015, 2026)}",
                f"{self.one(MONTH)} {self.number(1, 28)}",
                f"{self.number(2015, 2026)}-{self.number(1, 12):02d}-{self.number(1, 28):02d}",
                f"{self.one(DAY)}, {self.one(MONTH)} {self.number(1, 28)}",
            ]
        )

    def iso(self):
        return f"{self.number(2018, 2026)}-{self.number(1, 12):02d}-{self.number(1, 28):02d}"

    def time(self):
        return self.one([f"{self.number(8, 19)}:{self.one(['00', '15', '30', '45'])}", f"{self.number(1, 11)} {self.one(['am', 'pm'])}"])

    def money(self):
        return self.one([f"${self.number(4, 900)}.{self.number(0, 99):02d}", f"€{self.number(5, 4000)}", f"{self.number(10, 900)} USD", f"£{self.number(3, 250)}.99"])

    def mail(self):
        return f"{self.one(FIRST).lower()}.{self.one(LAST).lower()}@{self.one(DOMAIN)}"

    def url(self):
        return f"https://{self.one(['www.', 'docs.', 'app.', ''])}{self.one(FIRM).lower()}.{self.one(['example', 'test', 'example.com'])}/{self.one(TOPIC)}"

    def ident(self):
        return self.one([f"#{self.number(1000, 99999)}", f"{self.one('ABCDEFKLMPRST')}{self.one('ABCDEFKLMPRST')}-{self.number(100, 99999)}", f"{self.number(10**7, 10**9)}"])
