extension Catalogue {
    /// A number in the digits of the language, without marks between them.
    public func number(_ number: Int) -> String {
        guard let digits else { return String(number) }
        return String(
            String(number).map { character in
                character.wholeNumberValue.map { digits[$0] } ?? character
            }
        )
    }

    /// A count with its noun: "1 claim", "7 claims".
    ///
    /// - Parameter noun: a group of the catalogue with an entry for each plural form that the language has.
    public func count(_ number: Int, _ noun: String) -> String {
        let form = pluralForm(of: number).rawValue
        let key = has("\(noun).\(form)") ? "\(noun).\(form)" : "\(noun).other"
        return text(key, ["count": self.number(number)])
    }

    /// The plural forms of CLDR.
    enum PluralForm: String, CaseIterable {
        case zero, one, two, few, many, other
    }

    /// The plural form that a whole number takes (Unicode CLDR, language plural rules, cardinals).
    func pluralForm(of number: Int) -> PluralForm {
        switch language.prefix(while: { $0 != "-" }).lowercased() {
        case "ar": arabicForm(of: number)
        case "fr" where number == 0: .one
        case "fr" where number >= 1_000_000 && number.isMultiple(of: 1_000_000): .many
        case "es" where number >= 1_000_000 && number.isMultiple(of: 1_000_000): .many
        default: number == 1 ? .one : .other
        }
    }

    private func arabicForm(of number: Int) -> PluralForm {
        switch (number, number % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }
}
