import Diagnostics
import Editorial
import Newsroom

extension ClaimsData {
    /// Writes a claim's history: the address of its journal, the digest of the published text, and the notices.
    func history(_ history: PublicHistory, to json: inout JSONWriter) {
        json.object { json in
            json.add("journal", edition.address(.journal(history.claim)))
            json.add("digest", history.publications.last?.digest.hexadecimal)
            json.arrayUnlessEmpty("corrections", history.notices, notice)
            json.arrayUnlessEmpty("dissent", history.dissent) { signOff, json in
                json.object { json in
                    json.add("reviewer", signOff.reviewer)
                    json.add("ruling", signOff.ruling)
                }
            }
        }
    }

    /// Writes a retracted claim, which has no ruling any more.
    func retracted(_ claim: Claim, _ retraction: Retraction, to json: inout JSONWriter) {
        json.object { json in
            json.add("id", claim.id)
            json.add("url", edition.address(.claim(claim.id)))
            json.add("statement", claim.statement.value)
            json.add("retracted", retraction.time.day(in: edition.records.settings.timeZone))
            json.add("reason", retraction.reason)
            json.add("earlier_ruling", retraction.earlier.ruling)
            json.add("earlier_digest", retraction.earlier.digest.hexadecimal)
        }
    }

    private func notice(_ notice: Notice, to json: inout JSONWriter) {
        json.object { json in
            json.add("kind", notice.kind)
            json.add("date", notice.time.day(in: edition.records.settings.timeZone))
            json.add("text", notice.text)
            json.add("earlier_ruling", notice.earlier?.ruling)
            json.add("earlier_digest", notice.earlier?.digest.hexadecimal)
        }
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
