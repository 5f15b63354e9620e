import Matching

extension RuleWords {
    /// Spanish.
    static let spanish = RuleWords(
        relativeDates: [
            "ayer", "anoche", "la semana pasada", "esta semana", "el mes pasado", "este mes",
            "el año pasado", "este año", "el próximo año",
        ],
        absolute: [
            "todo", "toda", "todos", "todas", "cada", "siempre", "nunca", "jamás", "nada", "nadie",
            "ningún", "ninguna", "ninguno", "único", "única", "unánime", "unánimemente",
            "sin excepción", "solamente",
        ],
        harmless: [
            "sobre todo", "ante todo", "no todo", "no todos", "no todas", "no siempre",
            "de todos modos", "cada vez", "después de todo",
        ],
        negations: LanguageWords.spanish.negations,
        conditions: [
            "si", "a menos que", "a no ser que", "salvo", "excepto", "siempre que", "con tal de",
            "en caso de", "hasta que",
        ],
        numbers: [
            "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
            "veinte", "treinta", "cuarenta", "cincuenta", "cien", "cientos", "mil", "miles", "millón",
            "millones", "mitad", "doble",
        ]
    )
}
