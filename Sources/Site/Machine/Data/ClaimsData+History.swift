import Diagnostics
import Editorial
import Newsroom

extension ClaimsData {
    /// What was approved, where it can be verified, and what readers were told of changes.
    func history(_ history: PublicHistory) -> JSONValue {
        .object([
            "journal": .string(edition.address(.journal(history.claim))),
            "digest": .optional(history.publications.last?.digest.hexadecimal),
            "corrections": .array(unlessEmpty: history.notices.map(notice)),
            "dissent": .array(
                unlessEmpty: history.dissent.map { signOff in
                    .object(["reviewer": .string(signOff.reviewer), "ruling": .string(signOff.ruling)])
                }
            ),
        ])
    }

    /// A claim whose verdict was taken back: it has no ruling any more.
    func retracted(_ claim: Claim, _ retraction: Retraction) -> JSONValue {
        .object([
            "id": .string(claim.id),
            "url": .string(edition.address(.claim(claim.id))),
            "statement": .string(claim.statement.value),
            "retracted": .string("\(retraction.time.day)"),
            "reason": .string(retraction.reason),
            "earlier_ruling": .string(retraction.earlier.ruling),
            "earlier_digest": .string(retraction.earlier.digest.hexadecimal),
        ])
    }

    private func notice(_ notice: Notice) -> JSONValue {
        .object([
            "kind": .string(notice.kind), "date": .string("\(notice.time.day)"), "text": .string(notice.text),
            "earlier_ruling": .optional(notice.earlier?.ruling),
            "earlier_digest": .optional(notice.earlier?.digest.hexadecimal),
        ])
    }
}

extension ClaimsData {
    static let historySchema = record(
        ["journal", "digest"],
        .object([
            "journal": address("The journal: a JSON object a line."),
            "digest": text("The SHA-256 of the text that was approved, in its canonical form."),
            "corrections": list("What readers were told of changes, newest first.", of: "notice"),
            "dissent": list("Reviewers who came to another ruling.", of: "dissent"),
        ])
    )

    static let noticeSchema = record(
        ["kind", "date", "text"],
        .object([
            "kind": described(
                "What kind of change it was.",
                .object(["enum": ["minor", "clarification", "substantive", "update", "retraction"]])
            ),
            "date": day("When readers were told."),
            "text": text("What they were told."),
            "earlier_ruling": text("The id of the ruling until then."),
            "earlier_digest": text("The SHA-256 of the text until then."),
        ])
    )

    static let dissentSchema = record(
        ["reviewer", "ruling"],
        .object(["reviewer": text("The id of who reviewed it."), "ruling": text("The id of their ruling.")])
    )

    static let retractedSchema = record(
        ["id", "url", "statement", "retracted", "reason", "earlier_ruling", "earlier_digest"],
        .object([
            "id": text("The claim's id."),
            "url": address("The page, which says that the verdict was retracted."),
            "statement": text("The claim as it was rated."),
            "retracted": day("When it was retracted."),
            "reason": text("Why."),
            "earlier_ruling": text("The id of the ruling until then."),
            "earlier_digest": text("The SHA-256 of the text until then."),
        ])
    )
}
