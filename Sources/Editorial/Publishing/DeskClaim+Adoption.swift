import Diagnostics
import Newsroom

extension DeskClaim {
    /// Whether the verdict was published by day, and its journal records no publication or review.
    package var waitsForAdoption: Bool {
        verdict?.written.published != nil && history.publications.isEmpty && history.submission == nil
            && history.signOffs.isEmpty && history.changeRequests.isEmpty
    }

    /// Findings about fields of the verdict that decided before there were journals.
    func adoptionFindings(_ verdict: Verdict, _ zone: NewsroomTimeZone) -> [Diagnostic] {
        if waitsForAdoption, let day = verdict.written.published {
            // An error of the journal's file: otherwise the page would vanish. In the verdict's file it would stop
            // nobody, as it is a draft.
            return [
                RuleID.notAdopted.diagnostic(
                    "the verdict says that it was published on \(day.value), but no journal records it: its page would disappear",
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
                "`\(name)` is ignored in newsroom mode, and \(journal.map { "the journal says \($0)" } ?? "the journal says nothing of it yet")",
                at: verdict.file.span(range),
                claim: claim.id
            )
        }
    }

    /// The fields that contradict the journal: name, place, and the journal's value.
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
        // Repeated publications of the same words changed nothing for readers.
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
