/// A logistic regression over the signs of a sentence, whose weights `Benchmarks/matching/learn.py` learnt.
///
/// Its file has a weight a line, `SIGN<TAB>WEIGHT`, so that a person can read what counts; `constant` is the first.
struct CandidateModel: Sendable {
    private let weights: [String: Float]
    private let constant: Float

    /// The model of a language; nil if there is none. Only English sentences have been judged by people in numbers.
    static func of(_ language: String) -> CandidateModel? {
        language.prefix { $0 != "-" }.lowercased() == "en" ? english : nil
    }

    private static let english = CandidateModel(PackageResources.candidates_txt)

    init(_ bytes: [UInt8]) {
        var weights: [String: Float] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: ";") {
            let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 2, let weight = Float(parts[1]) else { continue }
            weights[parts[0]] = weight
        }
        constant = weights.removeValue(forKey: "constant") ?? 0
        self.weights = weights
    }

    /// The probability that people take the sentence for worth checking.
    func probability(_ signs: SentenceSigns) -> Float {
        var sum = constant
        // In one order, because sums of floating-point numbers depend on it.
        for (name, value) in signs.features.sorted(by: { $0.key < $1.key }) {
            if let weight = weights[name] { sum += weight * value }
        }
        return Logistic.probability(sum)
    }
}

/// The logistic function, by the same steps on every system.
enum Logistic {
    static func probability(_ odds: Float) -> Float {
        // exp(x) as the 1024th power of 1 + x / 1024 with a second-order term: exact enough for two digits that are shown.
        let part = min(max(odds, -20), 20) / 1024
        var power = 1 + part + part * part / 2
        for _ in 0..<10 { power *= power }
        return power / (1 + power)
    }
}
