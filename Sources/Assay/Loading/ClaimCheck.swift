import Checks
import Diagnostics
import Editorial
import Newsroom

extension Pipeline {
    /// What would stop the site if the text on a claim came before readers as it is: errors in the claim's file, in its
    /// verdict's, and in those of the articles and sources that the two name.
    ///
    /// The desk asks before a text is submitted, approved or published, so that nobody signs what a build refuses.
    package static func errors(
        on claim: DeskClaim,
        in loaded: LoadedNewsroom,
        today: CalendarDate
    ) async -> Report {
        let all = await findings(on: claim, in: loaded, today: today)
        return Report(
            diagnostics: all.diagnostics.filter { $0.severity == .error },
            files: all.files,
            site: nil
        )
    }

    /// All findings in the files of the text on a claim, as if it came before readers as it is.
    package static func findings(
        on claim: DeskClaim,
        in loaded: LoadedNewsroom,
        today: CalendarDate
    ) async -> Report {
        guard let newsroom = loaded.newsroom else {
            return Report(diagnostics: loaded.diagnostics, files: loaded.files, site: nil)
        }
        let records = records(of: claim)
        let zone = newsroom.settings.timeZone
        let publications = claim.verdict.map { verdict in
            [verdict.id: claim.publication(of: verdict, asPublishedOn: today, zone)]
        }
        let shown = newsroom.replacing(publications: publications ?? [:])
        let read = Checks.adjusted(loaded.diagnostics, by: newsroom.settings).filter { diagnostic in
            diagnostic.span.flatMap { RecordKey(path: $0.file) }.map(records.contains) ?? false
        }
        let found = await Checks.run(shown, only: records, today: today, statics: loaded.statics)
        return Report(
            diagnostics: (read + found).sorted(),
            files: loaded.files,
            site: nil
        )
    }

    private static func records(of claim: DeskClaim) -> Set<RecordKey> {
        // The verdict by the claim's id, too: one whose file cannot be read is not among the records.
        var records: Set = [RecordKey(.claim, claim.claim.id), RecordKey(.verdict, claim.claim.id)]
        records.formUnion(claim.claim.appearances.map { RecordKey(.article, $0.article.value) })
        records.formUnion(claim.claim.timeline.flatMap(\.sources).map { RecordKey(.source, $0.value) })
        records.formUnion(claim.claim.shownIn.map { RecordKey(.medium, $0.medium.value) })
        records.formUnion(claim.claim.mediaInText.map { RecordKey(.medium, $0) })
        if let verdict = claim.verdict {
            records.formUnion(verdict.mediaInText.map { RecordKey(.medium, $0) })
            records.insert(RecordKey(.verdict, verdict.id))
            records.formUnion(verdict.evidence.map { RecordKey($0.reference) })
        }
        return records
    }
}
