import Captures
import Diagnostics
import Digests
import Files
import Newsroom

/// What stands in the captured pages of a newsroom: their quotations looked for, their records looked at.
struct SnapshotReadings: Sendable {
    /// The findings.
    let diagnostics: [Diagnostic]

    /// Reads the files that have to be read: those that no memory knows, and those with a quotation that none has found in them.
    init(
        _ documents: [any CapturedDocument],
        _ newsroom: Newsroom,
        _ held: HeldCaptures,
        _ lockFile: LockFile,
        in tree: FileTree,
        remembering memory: CaptureMemory
    ) async {
        let standing = documents.compactMap { document -> SnapshotReading? in
            guard let snapshot = document.snapshot, let copy = held.copy(snapshot), copy.isHere else {
                return nil
            }
            return SnapshotReading(
                span: document.file.span(snapshot.file.range),
                path: snapshot.file.value,
                digest: copy.digest,
                capture: copy.capture,
                document: document,
                quotes: DocumentQuote.all(of: document, in: newsroom)
            )
        }
        let named = Set(standing.map(\.path))
        let others = held.lock.captures.compactMap { capture -> SnapshotReading? in
            guard held.found[capture.file] == capture.sha256, !named.contains(capture.file) else {
                return nil
            }
            return SnapshotReading(
                span: lockFile.span(of: capture),
                path: capture.file,
                digest: capture.sha256,
                capture: capture,
                document: nil,
                quotes: []
            )
        }
        let readings = standing + others
        let known = await readings.concurrentMap { $0.knownOutcome(memory) }
        let open = zip(readings, known).filter { $0.1 == nil }.map(\.0)
        // One file at a time for each processor: an opened page takes many times the memory of its file.
        let opened = await open.concurrentMap(chunk: 1) { $0.outcome(in: tree, memory) }
        let outcomes = known.compactMap(\.self) + opened
        var found = outcomes.flatMap(\.findings)
        for outcome in outcomes {
            guard let document = outcome.document else { continue }
            found += await outcome.reading.findings(inPDF: document, memory)
        }
        diagnostics = found
    }
}

/// One captured page, with the quotations that are looked for in it.
private struct SnapshotReading: Sendable {
    /// The place to point at: the record's `snapshot`, or the lock's line.
    let span: SourceSpan
    let path: String
    let digest: Digest
    let capture: Capture?
    /// The record that stands on it; nil where none does.
    let document: (any CapturedDocument)?
    let quotes: [DocumentQuote]

    private var main: String? { capture?.main }

    struct Outcome: Sendable {
        let reading: SnapshotReading
        let findings: [Diagnostic]
        /// The bytes of a document whose words another program has to read.
        var document: [UInt8]?
    }

    /// What the memory says of it; nil where the file has to be opened.
    func knownOutcome(_ memory: CaptureMemory) -> Outcome? {
        guard let known = memory.facts(digest, main) else { return nil }
        let open = isKnown(to: memory) ? [] : quotes
        guard open.isEmpty || known.content == .other || known.content == .missing else { return nil }
        return Outcome(reading: self, findings: findings(known, open))
    }

    /// What the file says of it.
    func outcome(in tree: FileTree, _ memory: CaptureMemory) -> Outcome {
        let open = isKnown(to: memory) ? [] : quotes
        guard let entry = tree.entry(at: path),
            let bytes = try? tree.contents(of: entry, limit: FileTree.captureLimit),
            Digest(of: bytes) == digest
        else {
            return Outcome(reading: self, findings: [unreadable("it is too large to be looked into")])
        }
        let words = CapturedWords(bytes, path: path, main: main)
        memory.keep(words.facts, digest, main)
        let found = findings(words.facts, open)
        guard let text = words.text else {
            return Outcome(reading: self, findings: found, document: open.isEmpty ? nil : words.document)
        }
        return Outcome(reading: self, findings: found + look(for: open, in: text, memory))
    }

    /// Looks for the quotations of a PDF document.
    func findings(inPDF bytes: [UInt8], _ memory: CaptureMemory) async -> [Diagnostic] {
        do throws(PDFText.Problem) {
            return look(for: quotes, in: try await PDFText.read(bytes), memory)
        } catch {
            return quotes.map { unsearched($0, "\(error)") }
        }
    }

    /// Whether all quotations were found in the page before.
    private func isKnown(to memory: CaptureMemory) -> Bool { quotes.isEmpty || memory.holds(name) }

    /// The name under which the memory knows that these quotations stand in this page.
    ///
    /// They have one together, because thousands of quotations may be of one source.
    private var name: Digest {
        var hash = DigestBuilder()
        hash.add(Array("2 \(digest) \(main ?? "-")\n".utf8)[...])
        for quote in quotes {
            hash.add(Array("\(quote.quote.value.utf8.count) \(quote.quote.value)\n".utf8)[...])
        }
        return hash.digest
    }

    private func look(
        for open: [DocumentQuote],
        in text: VisibleText,
        _ memory: CaptureMemory
    ) -> [Diagnostic] {
        guard !open.isEmpty, let document else { return [] }
        let words = SnapshotQuotes(document, text)
        let findings = open.compactMap(words.finding)
        if findings.isEmpty { memory.keep(name) }
        return findings
    }

    /// The findings that follow from what the file holds.
    private func findings(_ facts: CaptureMemory.Facts, _ open: [DocumentQuote]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let problem = facts.problems.first ?? contradiction(facts) { findings.append(unreadable(problem)) }
        if !facts.secrets.isEmpty {
            findings.append(
                Diagnostic(
                    rule: .captureHasSessionCookie,
                    message: "`\(path)` holds \(facts.secrets.prefix(3).joined(separator: " and "))",
                    span: span,
                    help:
                        "end the session on that site, so that nobody can use it; or capture the page anew, signed out"
                )
            )
        }
        switch facts.content {
        case .text, .pdf, .unreadable: break
        case .other: findings += open.map { unsearched($0, "it is no text") }
        case .missing:
            findings.append(unreadable("it has no record of the page"))
        }
        return findings
    }

    /// What the lock says of the page and the file does not; nil where they agree.
    private func contradiction(_ facts: CaptureMemory.Facts) -> String? {
        guard let payload = capture?.payload, facts.payload != nil, payload != facts.payload else {
            return nil
        }
        return "the lock has another digest of its page (`payload`)"
    }

    private func unreadable(_ reason: String) -> Diagnostic {
        Diagnostic(
            rule: .captureDamaged,
            message: "the capture `\(path)` cannot be used: \(reason)",
            span: span,
            help: "restore the file from git, or capture the page anew"
        )
    }

    private func unsearched(_ quote: DocumentQuote, _ reason: String) -> Diagnostic {
        Diagnostic(
            rule: .snapshotNotText,
            message:
                "this quote was not looked for in the snapshot of \(document?.phrase ?? "it"): \(reason)",
            span: quote.span,
            help: "compare it by eye"
        )
    }
}
