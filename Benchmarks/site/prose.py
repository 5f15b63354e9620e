"""Made-up English: words with the frequencies of a language, sentences, paragraphs. All of it follows from a seed."""

import random
from itertools import accumulate

COMMON = """the of and to in that a is was for on as with it by at from said which this were an be are not have had has
but its they their he she who after before than more report figures minister company people about when also one two
three data number public city country office record price claim statement evidence published according while
where would could other first between under over into during since against without against program council budget""".split()

ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w".split()
VOWELS = "a e i o u ai ea ou io".split()
CODAS = "b ck d l ll m n nd nt r rd rt s st t th x".split() + [""]

VOCABULARY = 9_000


class Prose:
    """A writer. Word ranks follow Zipf's law, as in a natural text, so that a search index has realistic work."""

    def __init__(self, draw: random.Random):
        self.draw = draw
        made = set(COMMON)
        words = list(dict.fromkeys(COMMON))
        while len(words) < VOCABULARY:
            word = "".join(
                draw.choice(ONSETS) + draw.choice(VOWELS) for _ in range(draw.randint(1, 2))
            ) + draw.choice(CODAS)
            if word not in made:
                made.add(word)
                words.append(word)
        self.words_by_rank = words
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def words(self, count: int) -> list[str]:
        return self.draw.choices(self.words_by_rank, cum_weights=self.weights, k=count)

    def phrase(self, least: int, most: int) -> str:
        text = " ".join(self.words(self.draw.randint(least, most)))
        return text[0].upper() + text[1:]

    def name(self) -> str:
        return " ".join(word.capitalize() for word in self.draw.sample(self.words_by_rank[100:], 2))
