import Checks
import Diagnostics
import Editorial
import Newsroom

/// A linked newsroom with the words that some records have now, made without linking it anew.
///
/// What follows from files beside the records (captures, media, stamps), and from the newsroom as a whole (unused records), is not looked at
/// again.
struct EditedNewsroom: Sendable {
    /// The records as they are now, or as they last could be used.
    let moment: NewsroomMoment

    private let newsroom: Newsroom
    private let state: EditorialState
    private let readings: NewsroomFiles

    /// Puts the words that records have now into a newsroom.
    /// - Parameters:
    ///   - state: the newsroom as it was linked.
    ///   - paths: the files that changed since.
    ///   - open: the files whose claims have to be judged anew.
    /// - Returns: nil if more changed than words.
    init?(
        _ state: EditorialState,
        _ files: NewsroomFiles,
        edited paths: Set<String>,
        lookingAt open: Set<String>
    ) {
        guard let before = state.filed, let readers = state.loaded.newsroom,
            let filed = files.updating(before, from: paths, among: state.loaded.files)
        else { return nil }
        self.state = state
        readings = files
        guard let desk = state.desk else {
            newsroom = filed
            moment = NewsroomMoment(newsroom: filed, filed: filed, desk: nil)
            return
        }
        let judged = paths.union(open)
        let claims = Self.claims(of: judged, before).union(Self.claims(of: judged, filed))
        let updated = desk.updating(claims, in: filed)
        let verdicts = claims.compactMap { filed.claims[$0].flatMap(filed.verdict(on:)) }
        let edited = files.updating(
            readers,
            from: paths,
            among: state.loaded.files,
            publications: updated.publications(of: verdicts, in: filed)
        )
        newsroom = edited ?? filed
        moment = NewsroomMoment(newsroom: newsroom, filed: filed, desk: updated)
    }

    /// The files that were read when the newsroom was linked, by path.
    var files: [String: SourceFile] { state.loaded.files }

    /// The findings on some files that follow from their words and what these name, sorted.
    func findings(in paths: Set<String>, today: CalendarDate) async -> [Diagnostic] {
        // Of a file that cannot be used the newsroom has other words.
        let usable = paths.filter { !readings.isBroken($0) }
        let keys = Set(usable.compactMap(RecordKey.init(path:)))
        let claims = Self.claims(of: paths, newsroom)
        let read =
            paths.flatMap(readings.diagnostics(of:))
            + (moment.desk.map { $0.findings(newsroom, of: claims) } ?? [])
        let found = await Checks.run(newsroom, only: keys, today: today, statics: state.loaded.statics)
        let all = (Checks.adjusted(read, by: newsroom.settings) + found).filter { finding in
            finding.span.map { paths.contains($0.file) } ?? false
        }
        return guarding(all, in: paths).sorted()
    }

    /// The findings, in which fixes of what someone has signed are unsafe.
    private func guarding(_ findings: [Diagnostic], in paths: Set<String>) -> [Diagnostic] {
        guard let desk = moment.desk, findings.contains(where: { $0.fixes.contains(where: \.isSafe) }) else {
            return findings
        }
        let files = Set(findings.flatMap(\.fixes).filter(\.isSafe).flatMap(\.edits).map(\.file))
        return SignedFiles(desk, newsroom, of: Self.claims(judgedWith: files, newsroom)).guarding(findings)
    }

    /// The claims whose own files, or whose verdicts', are among some.
    private static func claims(of paths: Set<String>, _ newsroom: Newsroom) -> Set<String> {
        Set(
            paths.compactMap(RecordKey.init(path:)).compactMap { key in
                switch key.kind {
                case .claim: key.id
                case .verdict: newsroom.verdicts[key.id]?.claim.value
                default: nil
                }
            }
        )
    }

    /// The claims whose judged text may hold words of some files; nil if it may be any.
    private static func claims(judgedWith paths: Set<String>, _ newsroom: Newsroom) -> Set<String>? {
        var claims = claims(of: paths, newsroom)
        var open = paths.compactMap(RecordKey.init(path:))
        var seen = Set(open)
        while let key = open.popLast() {
            switch key.kind {
            case .claim, .verdict: continue
            case .source:
                guard let source = newsroom.sources[key.id] else { continue }
                claims.formUnion(newsroom.verdicts(using: source).map(\.claim.value))
                claims.formUnion(newsroom.claims(datedBy: source).map(\.id))
            case .article:
                guard let article = newsroom.articles[key.id] else { continue }
                claims.formUnion(newsroom.verdicts(citing: article).map(\.claim.value))
                claims.formUnion(newsroom.claims(in: article).map(\.id))
            default: return nil
            }
            // What derives from a document is judged with it.
            let later =
                newsroom.sources.filter { $0.derivedFrom.contains { RecordKey($0) == key } }
                .map { RecordKey(.source, $0.id) }
                + newsroom.articles.filter { $0.source.map { RecordKey(.source, $0.value) } == key }
                .map { RecordKey(.article, $0.id) }
            open += later.filter { seen.insert($0).inserted }
        }
        return claims
    }
}
