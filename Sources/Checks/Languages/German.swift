import Matching

extension RuleWords {
    /// German.
    static let german = RuleWords(
        relativeDates: [
            "gestern", "vorgestern", "heute", "morgen", "übermorgen", "letzte woche", "diese woche",
            "nächste woche", "vergangene woche", "letzten monat", "diesen monat", "im letzten monat",
            "nächsten monat", "letztes jahr", "dieses jahr", "nächstes jahr", "voriges jahr",
            "gestern abend", "heute morgen",
        ],
        absolute: [
            "alle", "allen", "alles", "jeder", "jede", "jedes", "jeden", "immer", "stets", "nie",
            "niemals", "keiner", "keine", "kein", "nichts", "niemand", "nirgends", "nur",
            "ausschließlich", "einstimmig", "ausnahmslos", "ohne ausnahme",
        ],
        harmless: [
            "vor allem", "alles in allem", "nach wie vor", "nicht alle", "nicht alles", "nicht jeder",
            "nicht jede", "nicht immer", "nicht nur", "immer noch", "noch immer", "immerhin",
            "jeder zweite", "nur ein", "nur eine", "nur einen", "nur zwei", "nur drei", "alle zwei",
            "auf jeden fall", "gar nichts", "mehr denn je",
        ],
        negations: LanguageWords.german.negations,
        conditions: [
            "wenn", "falls", "sofern", "es sei denn", "außer", "solange", "vorausgesetzt", "bis",
            "im fall",
        ],
        numbers: [
            "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
            "zwanzig", "hundert", "hunderte", "tausend", "tausende", "million", "millionen",
            "milliarde", "milliarden", "hälfte", "doppelt", "prozent",
        ]
    )
}
