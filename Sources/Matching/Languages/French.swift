extension LanguageWords {
    /// French.
    package static let french = LanguageWords(
        negations: [
            "en aucun cas", "en aucune circonstance", "ne", "pas", "jamais", "non", "ni", "aucun",
            "aucune", "personne", "rien", "nullement", "guère", "sans",
        ],
        numbers: [
            "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
            "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
            "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
        ],
        multipliers: [
            "cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
            "milliards": 1e9, "md": 1e9, "mds": 1e9,
        ],
        months: [
            ["janvier", "janv"], ["février", "févr"], ["mars"], ["avril"], ["mai"], ["juin"],
            ["juillet", "juil"], ["août"], ["septembre", "sept"], ["octobre", "oct"],
            ["novembre", "nov"], ["décembre", "déc"],
        ],
        comparisons: [
            "plus", "moins", "meilleur", "meilleure", "pire", "mieux", "davantage", "double", "doublé",
            "triplé", "augmenté", "baissé", "record", "moitié", "première", "premier",
        ],
        causes: ["parce", "cause", "causé", "provoqué", "entraîné", "grâce", "donc", "résultat", "effet"],
        measures: [
            "pourcent", "euros", "euro", "dollars", "millions", "milliards", "moitié", "tiers", "quart",
            "ans", "kilomètres", "emplois", "taux",
        ],
        bodies: [
            "gouvernement", "assemblée", "sénat", "parlement", "cour", "tribunal", "commission",
            "ministère", "agence", "conseil", "université", "police", "armée", "banque", "parti",
        ],
        common: """
            le la les l un une des de du d et ou est sont était ont a il elle ils elles on nous \
            vous je ce cette ces que qui quoi dans en sur pour par avec sans au aux se s ne n \
            pas plus mais comme son sa ses leur leurs été être avoir fait dit y tout tous
            """
    )
}
