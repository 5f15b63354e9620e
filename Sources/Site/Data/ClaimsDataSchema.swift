import Diagnostics
import Newsroom

extension ClaimsData {
    /// The JSON Schema (draft 2020-12) of `claims.json`.
    func schema() -> JSONValue {
        .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string(edition.address(.claimsSchema)),
            "title": "Claims and verdicts",
            "type": "object",
            "required": ["version", "name", "url", "language", "updated", "scale", "topics", "claims"],
            "properties": .object([
                "version": Self.described(
                    "Raised when a field changes its meaning or goes away.",
                    .object(["const": .integer(Self.version)])
                ),
                "name": Self.text("The site's name."),
                "url": Self.address("Where the site is published."),
                "language": Self.text("The language of all texts (BCP 47)."),
                "license": Self.address("The licence of this data."),
                "updated": Self.day("The day of the last change."),
                "scale": Self.reference("scale"),
                "topics": Self.list("The topics.", of: "topic"),
                "moved": Self.list("What had another id before.", of: "moved"),
                "claims": Self.list("The rated claims, newest verdict first.", of: "claim"),
                "retracted": Self.list("The claims whose verdicts were retracted.", of: "retracted"),
            ]),
            "$defs": .object([
                "scale": Self.record(
                    ["version", "rulings"],
                    .object([
                        "version": Self.described(
                            "Raised when a ruling changes its meaning.",
                            .object(["type": "integer"])
                        ),
                        "rulings": Self.list("The steps, worst to best, then the labels.", of: "ruling"),
                    ])
                ),
                "ruling": Self.record(
                    ["id", "label", "meaning", "url"],
                    .object([
                        "id": Self.text("The id that verdicts name."),
                        "label": Self.text("What readers see."),
                        "number": Self.described(
                            "The place on the scale, counted from 1 at the worst. A label has none.",
                            .object(["type": "integer", "minimum": 1])
                        ),
                        "meaning": Self.text("What it means."),
                        "url": Self.address("All claims with it."),
                    ])
                ),
                "topic": Self.record(
                    ["id", "name"],
                    .object(["id": Self.text("The id that claims name."), "name": Self.text("The name.")])
                ),
                "moved": Self.record(
                    ["kind", "id", "formerly"],
                    .object([
                        "kind": Self.text("What it is: claim, source, profile, topic, ruling …"),
                        "id": Self.text("The id that it has now."),
                        "formerly": Self.described(
                            "The ids that it had, the first one first.",
                            .object(["type": "array", "items": ["type": "string"]])
                        ),
                    ])
                ),
                "claim": Self.claim,
                "appearance": Self.appearance,
                "occasion": Self.occasionSchema,
                "medium": Self.mediumSchema,
                "place": Self.placeSchema,
                "verdict": Self.verdict,
                "history": Self.historySchema,
                "notice": Self.noticeSchema,
                "dissent": Self.dissentSchema,
                "retracted": Self.retractedSchema,
                "evidence": Self.evidence,
                "part": Self.record(
                    ["part", "ruling"],
                    .object([
                        "part": Self.text("Which part of the claim."),
                        "ruling": Self.text("The id of its ruling."),
                        "note": Self.text("A sentence about it."),
                    ])
                ),
                "profile": Self.record(
                    ["id", "name", "kind"],
                    .object([
                        "id": Self.text("The id."), "name": Self.text("The name."),
                        "kind": Self.choice("Who it is.", Profile.ProfileKind.allCases),
                        "same_as": Self.addresses("The same elsewhere."),
                    ])
                ),
            ]),
        ])
    }

    private static let claim = record(
        ["id", "url", "statement", "claimants", "topics", "appearances", "verdict"],
        .object([
            "id": text("The id, part of the address."),
            "url": address("The page."),
            "statement": text("The claim as it is rated."),
            "claimants": list("Who made it.", of: "profile"),
            "stated": date("When it was made."),
            "chosen": text("Why the newsroom chose to check it."),
            "topics": described(
                "Ids of topics.",
                .object(["type": "array", "items": .object(["type": "string"])])
            ),
            "appearances": list("The occasions on which it was made.", of: "appearance"),
            "shown_in": list("The pictures and recordings with which it was made.", of: "occasion"),
            "media": list(
                "The media that it is made with, that its texts show, and that are evidence.",
                of: "medium"
            ),
            "verdict": reference("verdict"),
            "history": reference("history"),
        ])
    )

    private static let appearance = record(
        ["article", "title", "kind", "quote"],
        .object([
            "article": text("The article's id."),
            "title": text("Its headline."),
            "publisher": text("Who published it."),
            "url": address("The article."),
            "published": date("When it was published."),
            "kind": choice("What was done on this occasion.", Appearance.Kind.allCases),
            "by": described(
                "Who said it, when that was not the claimant.",
                .object(["$ref": "#/$defs/profile"])
            ),
            "date": date("When, if that differs from when the claim was made."),
            "quote": text("The exact words."),
            "locator": text("The place in the article."),
        ])
    )

    private static let verdict = record(
        ["ruling", "title", "summary", "authors", "reviewers", "published", "evidence", "parts"],
        .object([
            "ruling": text("The id of the ruling."),
            "title": text("What was found."),
            "summary": text("The short answer."),
            "authors": list("Who wrote it.", of: "profile"),
            "reviewers": list("Who reviewed it.", of: "profile"),
            "published": day("When it was published."),
            "updated": day("When it last changed."),
            "evidence": list("The documents that it uses.", of: "evidence"),
            "parts": list("Rulings on parts.", of: "part"),
            "would_change": text("What evidence would change the ruling."),
        ])
    )

    private static let evidence = record(
        ["stance", "shows", "title"],
        .object([
            "source": text("The id, when it is a source."),
            "article": text("The id, when it is an article."),
            "media": text("The id, when it is a medium."),
            "stance": choice("The direction, measured against the claim.", Evidence.Stance.allCases),
            "shows": text("What it shows, in the newsroom's words."),
            "title": text("Its title."),
            "publisher": text("Who published it."),
            "url": address("The document."),
            "archived": addresses("Archived copies."),
            "published": date("When it was published."),
            "kind": choice("What it is.", Source.SourceKind.allCases),
            "checked": choice("How the newsroom checked it.", Source.Checked.allCases),
            "interest": text("What its author or publisher has at stake."),
            "relation": text("What ties the newsroom to it."),
            "locator": text("The place in it."),
            "quote": text("A short quotation."),
        ])
    )
}

extension ClaimsData {
    static func described(_ description: String, _ schema: JSONValue) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        return .object([JSONValue.Member("description", .string(description))] + members)
    }

    static func record(_ required: [String], _ properties: JSONValue) -> JSONValue {
        .object([
            "type": "object", "required": .array(required.map(JSONValue.string)), "properties": properties,
        ])
    }

    static func reference(_ name: String) -> JSONValue {
        .object(["$ref": .string("#/$defs/" + name)])
    }

    static func text(_ description: String) -> JSONValue {
        described(description, .object(["type": "string"]))
    }

    static func address(_ description: String) -> JSONValue {
        described(description, .object(["type": "string", "format": "uri-reference"]))
    }

    static func addresses(_ description: String) -> JSONValue {
        described(
            description,
            .object(["type": "array", "items": .object(["type": "string", "format": "uri-reference"])])
        )
    }

    static func day(_ description: String) -> JSONValue {
        described(description, .object(["type": "string", "format": "date"]))
    }

    /// The schema of a date of any precision, or of two with a slash between them (ISO 8601).
    static func date(_ description: String) -> JSONValue {
        let one = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
        return described(
            description + " A year, month or day, or a span (ISO 8601).",
            .object(["type": "string", "pattern": .string("^\(one)(/\(one))?$")])
        )
    }

    static func list(_ description: String, of name: String) -> JSONValue {
        described(description, .object(["type": "array", "items": reference(name)]))
    }

    static func choice<Choice: RawRepresentable<String>>(
        _ description: String,
        _ choices: [Choice]
    ) -> JSONValue {
        described(description, .object(["enum": .array(choices.map { .string($0.rawValue) })]))
    }
}
