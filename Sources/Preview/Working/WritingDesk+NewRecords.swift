import Assay
import Diagnostics
import Editorial
import Encodings
import Files
import Mustache
import Newsroom

extension WritingDesk {
    /// The page on which a kind of record is chosen.
    func newPage(in scene: DeskScene) -> HTTPResponse {
        let kinds = RecordForm.kinds.map { kind in
            TemplateValue.record([
                "kind": .text(kind.rawValue), "meaning": .text(kind.meaning),
                "address": .text("\(scene.base)new/\(kind.rawValue)/"),
            ])
        }
        return scene.page("desk-new", title: "Write something new", ["kinds": .list(kinds)])
    }

    /// The form of a kind, with what the address says already.
    func newRecordPage(_ name: String, _ query: SentForm, in scene: DeskScene) -> HTTPResponse {
        guard let kind = RecordKind(rawValue: name), RecordForm.kinds.contains(kind) else {
            return scene.page(
                "desk-lost",
                title: "No such form",
                status: .notFound,
                ["what": .text("There is no form for `\(name)`.")]
            )
        }
        var fields = query.fields
        if kind == .verdict, !query.has("authors"), let person = scene.person {
            fields.append(.init(name: "authors", value: person))
        }
        return formPage(RecordForm(kind: kind, scene: scene, sent: SentForm(fields)))
    }

    private func formPage(
        _ form: RecordForm,
        findings: [Diagnostic] = [],
        status: HTTPStatus = .ok
    ) -> HTTPResponse {
        let scene = form.scene
        let (needed, others) = form.fieldRecords
        let isFilled = others.contains { form.isFilled($0) }
        return scene.page(
            "desk-record",
            title: "A new \(form.kind.rawValue)",
            status: status,
            [
                "kind": .text(form.kind.rawValue), "meaning": .text(form.kind.meaning),
                "article": .text(form.kind.article),
                "address": .text("\(scene.base)new/\(form.kind.rawValue)/"),
                "needed": .list(needed.map { .record($0) }), "others": .list(others.map { .record($0) }),
                "others-open": .bool(isFilled), "known": form.knownRecords,
                "body": .text(form.sent["body"]), "body-meaning": .text(form.kind.bodyMeaning),
                "typed-id": .text(form.sent["id"]),
                "words": form.articleWords,
                "findings": FindingList(findings, in: scene).record,
            ]
        )
    }

    /// Makes the files of a form, or shows the form again.
    func makeRecord(_ name: String, _ sent: SentForm, in scene: DeskScene) async -> HTTPResponse {
        guard let kind = RecordKind(rawValue: name), RecordForm.kinds.contains(kind) else {
            return newRecordPage(name, sent, in: scene)
        }
        let form = RecordForm(kind: kind, scene: scene, sent: sent)
        // The buttons that ask for more fields, or for an article's words, make nothing.
        if sent["do"] != "make" && sent["anyway"].isEmpty || sent.has("more") { return formPage(form) }
        func again(_ lines: [String], _ findings: [Diagnostic] = []) -> HTTPResponse {
            formPage(
                RecordForm(kind: kind, scene: scene.refusing(lines), sent: sent),
                findings: findings,
                status: .unprocessableContent
            )
        }
        guard scene.person != nil else { return again(["Nothing was written."]) }
        let files: [(id: String, path: String, text: String)]
        do throws(Refusal) { files = try form.files() } catch { return again(["Not written: \(error)."]) }
        let texts = Dictionary(files.map { ($0.path, Array($0.text.utf8)) }) { first, _ in first }
        let trial = await live.session.trial(texts)
        let unreadable = trial.findings.filter { finding in
            finding.severity == .error && finding.span.map { texts[$0.file] != nil } ?? false
        }
        if !unreadable.isEmpty, sent["anyway"].isEmpty {
            return again(
                [
                    "Not written: with this no site could be built. Put it right here, or write it all the same and go on in its text."
                ],
                unreadable
            )
        }
        do throws(NewFilesProblem) {
            try NewFiles.create(
                files.map { .init(path: $0.path, bytes: Array($0.text.utf8)) },
                in: folder.root
            )
        } catch {
            return again(["Not written: \(Self.words(for: error))."])
        }
        await live.take(Set(files.map { .file($0.path) }))
        let lines =
            files.map { "Wrote \($0.path)." }
            + (await afterwards(files.map(\.path), "\(files[0].path): written", in: scene))
        let first = files[0]
        switch kind {
        case .claim: return await next("claims/\(PercentEncoding.component(first.id))/", saying: lines)
        case .verdict:
            return await next("claims/\(PercentEncoding.component(sent["claim"].trimmed))/", saying: lines)
        default: return await next("edit/?path=\(PercentEncoding.component(first.path))", saying: lines)
        }
    }

    private static func words(for problem: NewFilesProblem) -> String {
        switch problem {
        case .taken(let paths): "there is a file \(paths.joined(separator: ", ")) already"
        case .file(let path, let problem): "\(path): \(problem); nothing was written"
        }
    }
}

extension RecordForm {
    /// Whether a field of the template has a value.
    func isFilled(_ record: TemplateRecord) -> Bool {
        guard case .text(let name)? = record["name"] else { return false }
        return sent.fields.contains { field in
            (field.name == name || field.name.hasPrefix(name + ".")) && !field.value.isEmpty
        }
    }

    /// The words of the article that a claim appears in, from which its quote can be taken; null for none.
    var articleWords: TemplateValue {
        guard kind == .claim, let id = sent.text("appearances.0.article"), let article = newsroom.articles[id]
        else { return .null }
        let lines = article.file.text(article.body).split(separator: "\n", omittingEmptySubsequences: false)
        let paragraphs = lines.split { $0.allSatisfy { $0.isWhitespace || $0 == ">" } }.map { paragraph in
            paragraph.map { $0.drop { $0 == ">" || $0 == " " } }.joined(separator: " ")
        }
        return .record([
            "title": .text(article.title.value),
            "paragraphs": .list(paragraphs.prefix(2000).map { .record(["text": .text($0)]) }),
        ])
    }
}
