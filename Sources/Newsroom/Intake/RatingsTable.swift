import Diagnostics

/// The rulings of others in the newsroom's own words, as a person decided. Nothing in it is guessed.
package struct RatingsTable: Hashable, Sendable {
    private struct Key: Hashable {
        let rating: String
        let publisher: String?
    }

    private var rulings: [Key: String] = [:]

    /// The newsroom's ruling for another publisher's; nil where the table has none.
    ///
    /// A line with the publisher's name comes before one without. Case does not count.
    package func ruling(for rating: String, of publisher: String?) -> String? {
        let rating = rating.lowercased()
        return publisher.flatMap { rulings[Key(rating: rating, publisher: $0.lowercased())] }
            ?? rulings[Key(rating: rating, publisher: nil)]
    }

    private static let free = Judgement.free("it says how a file is read")
    private static let fields: [FieldDescription] = [
        .init(
            "ratings",
            .list(.group(lineFields)),
            free,
            needed: true,
            "the rulings of others with the newsroom's"
        )
    ]
    private static let lineFields: [FieldDescription] = [
        .init("rating", .text, free, needed: true, "the ruling in the other publisher's words"),
        .init("publisher", .text, free, "whose it is; everybody's if left out"),
        .init("ruling", .ruling, free, needed: true, "the id of the newsroom's ruling"),
    ]

    /// Decodes the file of a table.
    /// - Parameter scale: the rulings that there are.
    package static func decode(
        _ file: SourceFile,
        _ scale: RatingScale
    ) -> (table: RatingsTable?, diagnostics: [Diagnostic]) {
        FieldReader.decode(file, fields: fields, owner: "a table of ratings") { fields in
            var table = RatingsTable()
            let lines = fields.groups("ratings", owner: "a line of the table") { line -> (Key, String)? in
                let rating = line.text("rating")
                let publisher = line.text("publisher")
                let ruling = line.text("ruling")
                guard let rating, let ruling else { return nil }
                guard scale.ruling(ruling.value) != nil else {
                    line.report(
                        .wrongType,
                        "there is no ruling `\(ruling.value)`",
                        at: ruling.range,
                        help: Suggestion.help(for: ruling.value, among: scale.all.map(\.id))
                    )
                    return nil
                }
                let key = Key(rating: rating.value.lowercased(), publisher: publisher?.value.lowercased())
                return (key, ruling.value)
            }
            for (key, ruling) in lines { table.rulings[key] = ruling }
            return table
        }
    }
}
