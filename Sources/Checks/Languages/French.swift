import Matching

extension RuleWords {
    /// French.
    static let french = RuleWords(
        relativeDates: [
            "hier", "demain", "la semaine dernière", "cette semaine", "le mois dernier", "ce mois-ci",
            "l'année dernière", "cette année", "l'an dernier",
        ],
        absolute: [
            "tout", "toute", "tous", "toutes", "chaque", "toujours", "jamais", "rien", "personne ne",
            "aucun", "aucune", "nul", "nulle", "seul", "seule", "uniquement", "unanime", "unanimement",
            "sans exception",
        ],
        harmless: [
            "tout de même", "pas tous", "pas toutes", "pas tout", "pas toujours", "après tout",
            "surtout", "tout à fait", "tout d'abord", "avant tout",
        ],
        negations: LanguageWords.french.negations,
        conditions: [
            "si", "s'il", "s'ils", "à moins que", "sauf", "excepté", "à condition", "pourvu que",
            "tant que", "en cas de", "au cas où", "jusqu'à ce que",
        ],
        numbers: [
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
            "vingt", "trente", "quarante", "cinquante", "cent", "cents", "mille", "milliers", "million",
            "millions", "milliard", "milliards", "moitié",
        ]
    )
}
