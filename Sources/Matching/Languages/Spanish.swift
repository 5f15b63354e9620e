extension LanguageWords {
    /// Spanish.
    package static let spanish = LanguageWords(
        negations: [
            "bajo ninguna circunstancia", "de ningún modo", "no", "nunca", "jamás", "ni", "nadie",
            "nada", "ningún", "ninguna", "ninguno", "tampoco", "sin", "apenas",
        ],
        numbers: [
            "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
            "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "veinte": 20,
            "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
            "ochenta": 80, "noventa": 90,
        ],
        multipliers: [
            "cien": 100, "mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12, "billones": 1e12,
        ],
        months: [
            ["enero"], ["febrero", "feb"], ["marzo"], ["abril", "abr"], ["mayo"], ["junio", "jun"],
            ["julio", "jul"], ["agosto", "ago"], ["septiembre", "setiembre", "sept"],
            ["octubre", "oct"], ["noviembre", "nov"], ["diciembre", "dic"],
        ],
        comparisons: [
            "más", "menos", "mayor", "menor", "mejor", "peor", "doble", "duplicado", "triplicado",
            "aumentó", "bajó", "subió", "récord", "mitad", "primera", "primer",
        ],
        causes: [
            "porque", "causa", "causó", "causado", "provocó", "debido", "gracias", "resultado", "efecto",
        ],
        measures: [
            "porciento", "euros", "euro", "dólares", "millones", "mitad", "tercio", "cuarto", "años",
            "kilómetros", "empleos", "tasa",
        ],
        bodies: [
            "gobierno", "congreso", "senado", "parlamento", "tribunal", "comisión", "ministerio",
            "agencia", "consejo", "universidad", "policía", "ejército", "banco", "partido",
        ],
        common: """
            el la los las un una unos unas de del y o u e es son era fue han ha había que en a \
            al por para con sin se su sus lo le les no más pero como este esta estos estas ese \
            esa ya muy también ser está están si
            """
    )
}
