extension Catalogue {
    /// A number in the digits of the language, without marks between them.
    package func number(_ number: Int) -> String {
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
    package func count(_ number: Int, _ noun: String) -> String {
        let form = pluralForm(of: number).rawValue
        let key = has("\(noun).\(form)") ? "\(noun).\(form)" : "\(noun).other"
        return text(key, ["count": self.number(number)])
    }

    /// The plural forms of CLDR.
    enum PluralForm: String, CaseIterable {
        case zero, one, two, few, many, other
    }

    /// The plural form that a whole number takes, by the rules of the catalogue.
    func pluralForm(of number: Int) -> PluralForm {
        pluralRules.first { $0.rule.holds(for: number) }?.form ?? .other
    }

    /// The group of the plural rules. Its entry `other` is a remark: that form is for all other numbers.
    static let pluralGroup = "plural-rule"

    /// The plural rules among some entries, in the order in which CLDR tries them.
    static func pluralRules(in entries: [String: String]) -> [(form: PluralForm, rule: PluralRule)] {
        PluralForm.allCases.dropLast().compactMap { form in
            entries["\(pluralGroup).\(form.rawValue)"].flatMap(PluralRule.init).map { (form, $0) }
        }
    }
}
