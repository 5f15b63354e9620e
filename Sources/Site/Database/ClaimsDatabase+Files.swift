import Addresses
import Databases
import Diagnostics
import Newsroom

extension ClaimsDatabase {
    /// The database and what datasette is told of it; none unless the settings ask for them, and none of a site with drafts.
    var files: [RenderedFile] {
        guard settings.writesDatabase, !edition.includesDrafts, let bytes = try? make().serialized() else {
            return []
        }
        return [
            RenderedFile(route: .claimsDatabase, bytes: bytes),
            RenderedFile(.claimsDatabaseNotes, .pretty) { $0.add(notes) },
        ]
    }

    /// The metadata for datasette, with what each table is.
    var notes: JSONValue {
        .object([
            "title": .string(settings.name), "description": .string(settings.description),
            "source_url": .string(edition.siteAddress), "license_url": settings.license.map { .string($0) },
            "databases": [
                "claims": [
                    "tables": .object(
                        Self.tables.map { table in
                            JSONValue.Member(
                                table.name,
                                .object([
                                    "description": .string(table.meaning),
                                    "label_column": table.label.map { .string($0) },
                                    "fts_table": table.name == "claims" ? "claims_search" : nil,
                                    "fts_pk": table.name == "claims" ? "rowid" : nil,
                                ])
                            )
                        }
                    )
                ]
            ],
        ])
    }

    private static let tables: [(name: String, meaning: String, label: String?)] = [
        ("claims", "The claims that were rated, with the verdict on each.", "statement"),
        (
            "rulings", "The rating scale: steps with a number, 1 for the worst, and labels without one.",
            "label"
        ),
        ("topics", "What claims are about.", "name"),
        ("profiles", "Claimants, publishers, authors and reviewers.", "name"),
        ("claimants", "Who made a claim.", nil),
        ("claim_topics", "The topics of a claim.", nil),
        ("appearances", "The occasions on which a claim was made, with the exact words.", "quote"),
        ("evidence", "The documents that a verdict uses, and what each shows.", "shows"),
        ("sources", "The sources.", "title"),
        ("articles", "The documents in which claims were made.", "title"),
        ("corrections", "What readers were told of changes.", "text"),
        ("history", "The events in the journal of a claim.", "event"),
        ("rated_claims", "Each claim with the names of its claimants and its ruling in words.", nil),
        ("rulings_by_claimant", "Rulings counted by claimant. Claims are selected: this is no score.", nil),
        ("repetitions", "How often each claim was made, first and last.", nil),
        ("source_use", "How many claims lean on each source.", nil),
    ]
}
