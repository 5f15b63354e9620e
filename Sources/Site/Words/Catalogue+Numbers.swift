extension Catalogue {
    /// A number in the language's digits, without thousands separators.
    package func number(_ number: Int) -> String {
        guard let digits else { return String(number) }
        return String(
            String(number).map { character in
                character.wholeNumberValue.map { digits[$0] } ?? character
            }
        )
    }

    /// A count with its noun in the right plural form: "1 claim", "7 claims".
    ///
    /// - Parameter noun: the key of a group with one entry for each plural form, such as `claim-count`.
    package func count(_ number: Int, _ noun: String) -> String {
        let form = pluralForm(of: number).rawValue
        let key = has("\(noun).\(form)") ? "\(noun).\(form)" : "\(noun).other"
        return text(key, ["count": self.number(number)])
    }

    /// The plural categories of the Unicode CLDR.
    enum PluralForm: String, CaseIterable {
        case zero, one, two, few, many, other
    }

    /// The plural form of a whole number, by the rules of the catalogue.
    func pluralForm(of number: Int) -> PluralForm {
        pluralRules.first { $0.rule.holds(for: number) }?.form ?? .other
    }

    /// The key of the group with the plural rules. Its entry `other` is only a remark, since that form has no rule.
    static let pluralGroup = "plural-rule"

    /// The plural rules among catalogue entries, in CLDR's order.
    static func pluralRules(in entries: [String: String]) -> [(form: PluralForm, rule: PluralRule)] {
        PluralForm.allCases.dropLast().compactMap { form in
            entries["\(pluralGroup).\(form.rawValue)"].flatMap(PluralRule.init).map { (form, $0) }
        }
    }
}
