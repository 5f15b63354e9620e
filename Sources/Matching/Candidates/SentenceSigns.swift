/// What tells that a sentence can be checked, and is worth it.
package struct SentenceSigns: Sendable, Hashable {
    /// A reason to check a sentence, in the order in which reasons are named.
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// It has a number.
        case figure
        /// It says that something is more, or the most.
        case comparison
        /// It names a cause or an effect.
        case cause
        /// It hands on what somebody said.
        case quotation
        /// It names a body, a person or a place.
        case named
        /// It has the words of sentences that people took for worth checking, and none of the above.
        case wording
    }

    /// The signs, counted, by name: what the model has weights for.
    package let features: [String: Float]
    /// The reasons, in their order.
    package let reasons: [Reason]
    /// The order by the plain rule: a point for each kind of sign, two for a figure.
    package let rule: Float

    /// Looks at the words of a sentence.
    package init(_ sentence: String, _ words: [Word], _ language: LanguageWords) {
        let lower = words.map { $0.traits.contains(.number) ? "" : $0.folded }
        let figures = words.count { $0.traits.contains(.number) }
        let years = words.count { $0.traits.contains(.number) && $0.traits.contains(.date) }
        let comparisons = lower.count { language.foldedComparisons.contains($0) }
        let causes = lower.count { language.foldedCauses.contains($0) }
        let measures = lower.count { language.foldedMeasures.contains($0) } + (sentence.contains("%") ? 1 : 0)
        let bodies = lower.count { language.foldedBodies.contains($0) }
        let names = words.count { $0.traits.contains(.name) }
        let quotes = sentence.unicodeScalars.count { Self.quotationMarks.contains($0) }
        var reasons: [Reason] = []
        if figures > 0 || measures > 1 { reasons.append(.figure) }
        if comparisons > 0 { reasons.append(.comparison) }
        if causes > 0 { reasons.append(.cause) }
        if quotes > 1 { reasons.append(.quotation) }
        if names + bodies > 0 { reasons.append(.named) }
        self.reasons = reasons
        rule = Float(reasons.count) + (figures > 0 ? 1 : 0)
        var features: [String: Float] = [:]
        func set(_ name: String, _ value: Int) { if value > 0 { features[name] = min(Float(value), 3) } }
        set("figures", figures - years)
        set("years", years)
        set("comparisons", comparisons)
        set("causes", causes)
        set("measures", measures)
        set("bodies", bodies)
        set("names", names)
        set("quotation", quotes / 2)
        set("negations", words.count { $0.traits.contains(.negation) })
        set("question", sentence.hasSuffix("?") ? 1 : 0)
        features["length"] = min(Float(words.count), 60) / 20
        features["short"] = words.count < 6 ? 1 : 0
        var before: Word?
        for word in words {
            let term = word.traits.contains(.number) ? "#" : word.term
            features["w:" + term] = 1
            if let before {
                let earlier = before.traits.contains(.number) ? "#" : before.term
                features["p:" + earlier + " " + term] = 1
            }
            before = word
        }
        self.features = features
    }

    private static let quotationMarks: Set<Unicode.Scalar> = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}",
    ]
}
