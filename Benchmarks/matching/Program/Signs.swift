import Matching

/// A line for each sentence of a table of ids and sentences: its id, the plain rule, the model's worth, the signs.
enum Signs {
    static func print(_ path: String) throws {
        let order = CandidateOrder(language: "en")
        for row in try table(path) where row.count == 2 {
            let signs = order.signs(row[1])
            let features = signs.features.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            Swift.print(
                ([row[0], "\(signs.rule)", "\(order.worth(signs))"] + features).joined(separator: "\t")
            )
        }
    }
}
