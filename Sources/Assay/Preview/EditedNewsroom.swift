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

    /// The records as they are now, for the rules.
    private let checked: NewsroomMoment
    private let linked: LinkedNewsroom
    private let readings: NewsroomFiles

    /// Puts the words that records have now into a newsroom.
    /// - Parameters:
    ///   - linked: the newsroom as it was linked.
    ///   - paths: the files that changed since.
    ///   - open: the files whose claims have to be judged anew.
    /// - Returns: nil if more changed than words.
    init?(
        _ linked: LinkedNewsroom,
        _ files: NewsroomFiles,
        edited paths: Set<String>,
        lookingAt open: Set<String>
    ) {
        func moment(_ state: EditorialState, usingOlder: Bool) -> NewsroomMoment? {
            state.edited(files, usingOlder: usingOlder, paths, judging: paths.union(open))
        }
        guard let shown = moment(linked.lastUsable, usingOlder: true) else { return nil }
        let isOne =
            linked.current.filed === linked.lastUsable.filed && !paths.contains(where: files.isBroken)
        guard let checked = isOne ? shown : moment(linked.current, usingOlder: false) else { return nil }
        self.linked = linked
        self.checked = checked
        self.moment = shown
        readings = files
    }

    /// The files that were read when the newsroom was linked, by path.
    var files: [String: SourceFile] { linked.current.loaded.files }

    /// The findings on some files that follow from their words and what these name, sorted.
    func findings(in paths: Set<String>, today: CalendarDate) async -> [Diagnostic] {
        guard let newsroom = checked.newsroom else { return [] }
        let claims = newsroom.claims(of: paths)
        let read =
            paths.flatMap(readings.diagnostics(of:))
            + (checked.desk.map { $0.findings(newsroom, of: claims) } ?? [])
        let found = await Checks.run(
            newsroom,
            only: Set(paths.compactMap(RecordKey.init(path:))),
            today: today,
            statics: linked.current.loaded.statics
        )
        let all = (Checks.adjusted(read, by: newsroom.settings) + found).filter { finding in
            finding.span.map { paths.contains($0.file) } ?? false
        }
        return guarding(all, newsroom).sorted()
    }

    /// The findings, in which fixes of what someone has signed are unsafe.
    private func guarding(_ findings: [Diagnostic], _ newsroom: Newsroom) -> [Diagnostic] {
        guard let desk = checked.desk, findings.contains(where: { $0.fixes.contains(where: \.isSafe) }) else {
            return findings
        }
        let files = Set(findings.flatMap(\.fixes).filter(\.isSafe).flatMap(\.edits).map(\.file))
        return SignedFiles(desk, newsroom, of: newsroom.claims(judgedWith: files)).guarding(findings)
    }
}

extension EditorialState {
    /// The newsroom with the words that records have now.
    /// - Parameters:
    ///   - paths: the files that changed since it was linked.
    ///   - judged: the files whose claims are judged anew.
    fileprivate func edited(
        _ files: NewsroomFiles,
        usingOlder: Bool,
        _ paths: Set<String>,
        judging judged: Set<String>
    ) -> NewsroomMoment? {
        guard let before = filed, let readers = loaded.newsroom,
            let filed = files.updating(before, usingOlder: usingOlder, from: paths, among: loaded.files)
        else { return nil }
        guard let desk else { return NewsroomMoment(newsroom: filed, filed: filed, desk: nil) }
        let claims = before.claims(of: judged).union(filed.claims(of: judged))
        let updated = desk.updating(claims, in: filed)
        let verdicts =
            claims.compactMap { filed.claims[$0].flatMap(filed.verdict(on:)) }
            + judged.compactMap(RecordKey.init(path:)).filter { $0.kind == .verdict }
            .compactMap { filed.verdicts[$0.id] }
        let edited = files.updating(
            readers,
            usingOlder: usingOlder,
            from: paths,
            among: loaded.files,
            publications: updated.publications(of: verdicts, in: filed)
        )
        return NewsroomMoment(newsroom: edited ?? filed, filed: filed, desk: updated)
    }
}

extension Newsroom {
    /// The claims whose own files, or whose verdicts', are among some.
    fileprivate func claims(of paths: Set<String>) -> Set<String> {
        Set(
            paths.compactMap(RecordKey.init(path:)).compactMap { key in
                switch key.kind {
                case .claim: key.id
                case .verdict: verdicts[key.id]?.claim.value
                default: nil
                }
            }
        )
    }

    /// The claims whose judged text may hold words of some files; nil if it may be any.
    fileprivate func claims(judgedWith paths: Set<String>) -> Set<String>? {
        var judged = claims(of: paths)
        var open = paths.compactMap(RecordKey.init(path:))
        var seen = Set(open)
        while let key = open.popLast() {
            switch key.kind {
            case .claim, .verdict: continue
            case .source:
                guard let source = sources[key.id] else { continue }
                judged.formUnion(verdicts(using: source).map(\.claim.value))
                judged.formUnion(claims(datedBy: source).map(\.id))
            case .article:
                guard let article = articles[key.id] else { continue }
                judged.formUnion(verdicts(citing: article).map(\.claim.value))
                judged.formUnion(claims(in: article).map(\.id))
            default: return nil
            }
            // What derives from a document is judged with it.
            let later =
                sources.filter { $0.derivedFrom.contains { RecordKey($0) == key } }
                .map { RecordKey(.source, $0.id) }
                + articles.filter { $0.source.map { RecordKey(.source, $0.value) } == key }
                .map { RecordKey(.article, $0.id) }
            open += later.filter { seen.insert($0).inserted }
        }
        return judged
    }
}
