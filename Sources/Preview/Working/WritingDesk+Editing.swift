import Assay
import Diagnostics
import Digests
import Editorial
import Encodings
import Files
import Mustache
import Newsroom

extension WritingDesk {
    /// The page on which the text of a record is changed.
    func editPage(_ query: SentForm, in scene: DeskScene) async -> HTTPResponse {
        do throws(Refusal) {
            let text = try EditedText(query["path"], in: folder)
            let page = EditorPage(
                path: text.path,
                text: text.file.text(0..<text.file.bytes.count),
                base: text.digest,
                findings: scene.findings(in: [text.path]),
                root: "/"
            )
            return page.response(in: scene)
        } catch {
            return scene.page(
                "desk-lost",
                title: "No such file",
                status: .notFound,
                ["what": .text("\(error)")]
            )
        }
    }

    /// Does what the form with a text asks for: shows it as it would be, applies a fix to it, or saves it.
    func edit(_ form: SentForm, in scene: DeskScene) async -> HTTPResponse {
        let saved: EditedText
        do throws(Refusal) { saved = try EditedText(form["path"], in: folder) } catch {
            return scene.page(
                "desk-lost",
                title: "No such file",
                status: .notFound,
                ["what": .text("\(error)")]
            )
        }
        guard let base = Digest(form["base"]) else {
            return .desk(.badRequest, "The form does not say which text it began with.")
        }
        let text = form["text"]
        guard text.utf8.count <= EditedText.sizeLimit else {
            return .desk(.contentTooLarge, "The text is longer than \(EditedText.sizeLimit) bytes.")
        }
        if form["do"] == "save", !form.has("fix") { return await save(text, base, saved, in: scene) }
        if let name = form.text("fix") { return await fix(name, text, base, saved.path, in: scene) }
        return await look(at: text, base, saved.path, in: scene).response(in: scene)
    }

    private func save(_ text: String, _ base: Digest, _ saved: EditedText, in scene: DeskScene) async
        -> HTTPResponse
    {
        guard scene.person != nil else {
            let page = await look(at: text, base, saved.path, in: scene)
            return page.response(in: scene.refusing(["Nothing was saved."]), status: .unprocessableContent)
        }
        do throws(EditedText.Problem) {
            try saved.save(text, over: base)
            await live.take([.file(saved.path)])
            return await next(
                "edit/?path=\(PercentEncoding.component(saved.path))",
                saying: ["Saved \(saved.path)."]
                    + (await afterwards([saved.path], "\(saved.path): changed", in: scene))
            )
        } catch {
            switch error {
            case .changed(let now):
                var page = await look(at: text, now.digest, saved.path, in: scene)
                page.other = now.file.text(0..<now.file.bytes.count)
                let lines = [
                    "Somebody else saved \(saved.path) meanwhile, so nothing was saved. Your text is below, with what differs from theirs.",
                    "Take over what you need from their text, then save: yours takes the place of theirs.",
                ]
                return page.response(in: scene.refusing(lines), status: .conflict)
            case .refused(let refusal):
                let page = await look(at: text, base, saved.path, in: scene)
                return page.response(
                    in: scene.refusing(["\(refusal)", "Your text is below, and is not lost."]),
                    status: .unprocessableContent
                )
            }
        }
    }

    private func fix(
        _ name: String,
        _ text: String,
        _ base: Digest,
        _ path: String,
        in scene: DeskScene
    ) async -> HTTPResponse {
        let before = SourceFile(path: path, text: text)
        let trial = await live.session.trial([path: before.bytes])
        let fixes = trial.findings.filter { $0.span?.file == path }.flatMap { finding in
            finding.fixes.filter { $0.name(for: finding) == name }
        }
        guard let fix = fixes.first, let after = before.replacing(fix.edits) else {
            let page = await look(at: text, base, path, in: scene)
            return page.response(
                in: scene.refusing(["The text has changed, and this fix does not fit it any more."]),
                status: .unprocessableContent
            )
        }
        let page = await look(at: after, base, path, in: scene)
        return page.response(
            in: scene.told(["\(fix.title): done in the text below, which is not saved yet."])
        )
    }

    /// The page with a text that is not saved: what is wrong with it, and what readers would see.
    private func look(
        at text: String,
        _ base: Digest,
        _ path: String,
        in scene: DeskScene
    ) async -> EditorPage {
        let trial = await trials.trial(of: [path: Array(text.utf8)], in: live.session)
        return EditorPage(
            path: path,
            text: text,
            base: base,
            findings: trial.site.findings.filter { $0.span?.file == path },
            root: "\(scene.base)trial/\(trial.number)/",
            isUnsaved: true
        )
    }
}

extension SourceFile {
    /// The text with edits applied; nil if one of them does not fit.
    func replacing(_ edits: [Edit]) -> String? {
        var bytes = self.bytes
        let replacements = edits.compactMap { edit -> (range: Range<Int>, text: String)? in
            if case .replace(let span, let text) = edit { (span.byteRange, text) } else { nil }
        }
        var end = bytes.count
        for (range, text) in replacements.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            guard range.upperBound <= end else { return nil }
            bytes.replaceSubrange(range, with: text.utf8)
            end = range.lowerBound
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
