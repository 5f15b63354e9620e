import Diagnostics
import Newsroom

extension DeskClaim {
    /// Whether the verdict was published by its day, and nothing of its publication is in the journal.
    package var waitsForAdoption: Bool {
        verdict?.written.published != nil && history.publications.isEmpty && history.submission == nil
            && history.signOffs.isEmpty && history.changeRequests.isEmpty
    }

    /// Fields of the verdict's file that decided before there were journals, and do not any more.
    func adoptionFindings(_ verdict: Verdict, _ zone: NewsroomTimeZone) -> [Diagnostic] {
        if waitsForAdoption, let day = verdict.written.published {
            // Without a line in the journal the page would go, so it is an error of the journal: a draft's stops nobody.
            return [
                RuleID.notAdopted.diagnostic(
                    "the verdict says that it was published on \(day.value), and no line of a journal does: to readers it would be gone",
                    at: journal.file.startSpan,
                    claim: claim.id,
                    labels: [
                        Diagnostic.Label(
                            verdict.file.span(day.range),
                            "this publishes nothing in newsroom mode"
                        )
                    ]
                )
            ]
        }
        return ignoredFields(of: verdict, zone).map { name, range, journal in
            RuleID.ignoredField.diagnostic(
                "`\(name)` counts for nothing in newsroom mode, and \(journal.map { "the journal says \($0)" } ?? "the journal says nothing of it yet")",
                at: verdict.file.span(range),
                claim: claim.id
            )
        }
    }

    /// The fields that say something else than the journal: their names and places, and what the journal says.
    private func ignoredFields(
        of verdict: Verdict,
        _ zone: NewsroomTimeZone
    ) -> [(name: String, range: Range<Int>, journal: String?)] {
        let first = history.publications.first
        let last = history.publications.last
        var fields: [(name: String, range: Range<Int>, journal: String?)] = []
        let published = first?.day(in: zone)
        if let field = verdict.written.published, field.value != published {
            fields.append(("published", field.range, published.map { "\($0)" }))
        }
        // A publication that only gave the same words another form changed nothing for readers.
        let words = wordsPublication
        let updated = words?.digest == first?.digest ? first?.adoption?.updated : words?.time.day(in: zone)
        if let field = verdict.written.updated, field.value != updated {
            fields.append(("updated", field.range, updated.map { "\($0)" }))
        }
        let reviewers = last?.reviewers ?? history.signOffs.map(\.reviewer)
        if let field = verdict.written.reviewers.first,
            Set(verdict.written.reviewers.map(\.value)) != Set(reviewers)
        {
            fields.append(
                ("reviewers", field.range, reviewers.isEmpty ? nil : reviewers.joined(separator: ", "))
            )
        }
        return fields
    }
}
