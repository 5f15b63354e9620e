extension LanguageWords {
    /// German.
    package static let german = LanguageWords(
        negations: [
            "unter keinen umständen", "auf keinen fall", "nicht", "nie", "niemals", "nein", "kein",
            "keine", "keinen", "keiner", "keinem", "keines", "niemand", "nichts", "nirgends", "weder",
            "ohne", "kaum",
        ],
        numbers: [
            "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
            "zehn": 10, "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30, "vierzig": 40,
            "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
        ],
        multipliers: [
            "hundert": 100, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6,
            "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12,
        ],
        months: [
            ["januar", "jänner", "jan"], ["februar", "feb"], ["märz"], ["april", "apr"], ["mai"],
            ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sept"],
            ["oktober", "okt"], ["november", "nov"], ["dezember", "dez"],
        ],
        comparisons: [
            "mehr", "meisten", "weniger", "wenigsten", "höher", "höchste", "höchsten", "niedriger",
            "größer", "größte", "kleiner", "besser", "beste", "schlechter", "als", "doppelt",
            "verdoppelt", "gestiegen", "gesunken", "rekord", "hälfte", "erste",
        ],
        causes: ["weil", "wegen", "dadurch", "deshalb", "verursacht", "führt", "führte", "folge", "durch"],
        measures: [
            "prozent", "euro", "dollar", "million", "millionen", "milliarden", "hälfte", "drittel",
            "viertel", "jahre", "kilometer", "arbeitsplätze", "quote",
        ],
        bodies: [
            "regierung", "bundestag", "bundesrat", "parlament", "gericht", "kommission", "ministerium",
            "amt", "behörde", "rat", "universität", "polizei", "bundeswehr", "bank", "partei",
        ],
        common: """
            der die das den dem des ein eine einen einem einer und oder ist sind war waren wird \
            werden hat haben in im an am auf aus bei mit von vom zu zum zur für nicht auch es er \
            sie wir ich ihr sein ihre seine als wie dass sich nach über um so noch nur aber wenn \
            man
            """,
        capitalisesNouns: true
    )
}
