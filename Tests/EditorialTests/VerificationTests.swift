import Addresses
import Assay
import Diagnostics
import Digests
import Files
import Foundation
import Newsroom
import Testing

@testable import Editorial

@Suite("Signatures and verification", .enabled(if: Tool.hasSSH, "ssh-keygen is not installed"))
struct VerificationTests {
    /// A newsroom with a signed, published, corrected ruling.
    private func newsroom() async throws -> (folder: DeskFolder, ana: SigningKey, bo: SigningKey) {
        let folder = try DeskFolder(policy: "signatures: required")
        let ana = try folder.key(of: "ana")
        let bo = try folder.key(of: "bo")
        try await folder.publish(key: ana, reviewerKey: bo)
        try folder.replace("Yes, it is.", with: "Yes & \"no\" <it> 'is'.", in: SmallDesk.verdict)
        try await folder.act(.submit(note: nil), by: "ana", key: ana)
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo", key: bo)
        try await folder.act(.correct(.clarification, note: "It is \"both\", we say."), by: "ana", key: ana)
        return (folder, ana, bo)
    }

    static func site(of folder: DeskFolder) async throws -> String {
        let path = folder.path + "/_site"
        let today = try #require(CalendarDate("2026-12-01"))
        let report = try await Pipeline.build(
            Request(folder: folder.tree, today: today),
            into: try OutputFolder(path: path, root: folder.path, protected: [])
        )
        try #require(report.site != nil, "\(report.diagnostics)")
        return path
    }

    @Test("what the desk wrote holds, and so does the site")
    func sound() async throws {
        let (folder, _, _) = try await newsroom()
        let verification = try await folder.verify()
        #expect(verification.diagnostics == [])
        #expect(
            verification.signatureCount == 6 && verification.lineCount == 6 && verification.versionCount == 2
        )
        let site = try await Self.site(of: folder)
        let published = await Verification.run(published: try FileTree(root: site))
        #expect(published.diagnostics == [])
        #expect(published.signatureCount == 6 && published.versionCount == 2)
        let keys = try folder.text("_site/data/allowed_signers")
        #expect(!keys.contains("@") && keys.contains("ana namespaces=\"assay\" ssh-ed25519 "))
        let check = try Tool.run("sha256sum", ["--check", "--quiet", Route.manifest.path], in: site)
        #expect(check.status == 0 && check.output == "")
    }

    @Test("e-mail addresses stand for profiles, and are not published")
    func principals() throws {
        let newsroom = try SmallDesk.newsroom(SmallDesk.files())
        let file = """
            # A comment.
            ana@example.org,bo@example.org namespaces="git,assay" ssh-ed25519 AAAA ana@example.org
            stranger@example.org ssh-ed25519 BBBB
            ana namespaces="git" ssh-ed25519 DDDD
            cy valid-after="20200101" ssh-rsa CCCC a comment
            bo cert-authority ssh-ed25519 EEEE

            """
        let signers = AllowedSigners(Array(file.utf8), in: newsroom)
        #expect(
            String(decoding: signers.bytes, as: UTF8.self) == """
                ana,bo namespaces="assay" ssh-ed25519 AAAA
                cy namespaces="assay",valid-after="20200101000000Z" ssh-rsa CCCC
                bo cert-authority ssh-ed25519 EEEE

                """
        )
        #expect(signers.profiles == ["ana", "bo", "cy"])
        #expect(
            String(decoding: signers.of(["bo"]).bytes, as: UTF8.self) == """
                bo namespaces="assay" ssh-ed25519 AAAA
                bo cert-authority ssh-ed25519 EEEE

                """
        )
    }

    @Test("a policy that wants signatures gets them, and only ones that others can verify")
    func required() async throws {
        let folder = try DeskFolder(policy: "signatures: required")
        let bo = try folder.key(of: "bo")
        let unlisted = try folder.key(of: "cy", listed: false)
        let ana = try folder.key(of: "ana")
        await #expect { try await folder.act(.submit(note: nil), by: "ana") } throws: {
            "\($0)".contains("wants `submitted` to be signed")
        }
        try await folder.act(.submit(note: nil), by: "ana", key: ana)
        await #expect { try await folder.act(.approve(ruling: "true", note: nil), by: "bo") } throws: {
            "\($0)".contains("wants `signed-off` to be signed")
        }
        await #expect {
            try await folder.act(.approve(ruling: "true", note: nil), by: "cy", key: unlisted)
        } throws: {
            "\($0)".contains("lists no key of `cy`") && !"\($0)".contains("AAAA")
        }
        await #expect {
            try await folder.act(.approve(ruling: "true", note: nil), by: "bo", key: ana)
        } throws: {
            "\($0)".contains("not made with a key of `bo`") && !"\($0)".contains("add")
        }
        await #expect {
            try await folder.act(
                .approve(ruling: "true", note: nil),
                by: "bo",
                key: SigningKey(path: "/nowhere")
            )
        } throws: { "\($0)".contains("the key `/nowhere` cannot be read") }
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo", key: bo)
        #expect(try await folder.state() == .approved)
    }

    /// Changes to a newsroom's files, and the rules that must find them.
    private static let tampering:
        [(name: String, change: @Sendable (DeskFolder) throws -> Void, rules: Set<String>)] = [
            (
                "edited line", { try $0.replace("both", with: "none", in: $0.journalPath) },
                ["bad-signature", "changed-after-publication"]
            ),
            (
                "edited ruling in the middle",
                { folder in
                    let lines = try folder.text(folder.journalPath).split(separator: "\n").map(String.init)
                    var changed = lines
                    changed[1] = lines[1].replacing("\"ruling\":\"true\"", with: "\"ruling\":\"false\"")
                    try folder.write(folder.journalPath, changed.joined(separator: "\n") + "\n")
                }, ["broken-journal", "bad-signature", "unnamed-version"]
            ),
            (
                "changed verdict",
                { try $0.replace("Because it was", with: "Because it is", in: SmallDesk.verdict) },
                ["changed-after-publication"]
            ),
            (
                "changed version",
                { folder in
                    let digest = try folder.digests()[0]
                    let path = VersionStore.path(of: "it-is", digest)
                    try folder.replace("It is so", with: "It is not so", in: path)
                }, ["changed-version"]
            ),
            (
                "missing version",
                { folder in
                    let path = VersionStore.path(of: "it-is", try folder.digests()[0])
                    try FileManager.default.removeItem(atPath: folder.path + "/" + path)
                }, ["missing-version"]
            ),
            (
                "truncated journal",
                { folder in
                    let lines = try folder.text(folder.journalPath).split(separator: "\n").dropLast(3)
                    try folder.write(folder.journalPath, lines.joined(separator: "\n") + "\n")
                }, ["unnamed-version", "changed-after-publication"]
            ),
            (
                "missing journal",
                { try FileManager.default.removeItem(atPath: $0.path + "/" + $0.journalPath) },
                ["unnamed-version"]
            ),
            (
                "missing keys",
                { try FileManager.default.removeItem(atPath: $0.path + "/" + AllowedSigners.path) },
                ["bad-signature"]
            ),
            (
                "keys exchanged",
                { folder in
                    let file = try folder.text(AllowedSigners.path)
                    let changed = file.replacing("ana ", with: "X ").replacing("bo ", with: "ana ").replacing(
                        "X ",
                        with: "bo "
                    )
                    try folder.write(AllowedSigners.path, changed)
                }, ["bad-signature"]
            ),
            (
                "missing signature",
                { folder in
                    let journal = Journal(
                        "it-is",
                        SourceFile(path: "", text: try folder.text(folder.journalPath))
                    )
                    let lines = JournalTests.rechained(journal.lines, keepsSignatures: false)
                    try folder.write(
                        folder.journalPath,
                        String(decoding: lines.flatMap(\.bytes), as: UTF8.self)
                    )
                }, ["missing-signature"]
            ),
            (
                "forged signature",
                { folder in
                    // A holder of another key of the desk writes in bo's name and re-chains the lines.
                    var lines = Journal(
                        "it-is",
                        SourceFile(path: "", text: try folder.text(folder.journalPath))
                    ).lines
                    let forged = try Tool.sign(
                        lines[1].signedBytes,
                        with: folder.path + "/.keys-ana",
                        in: folder.path
                    )
                    lines[1] = lines[1].signed(forged)
                    let bytes = JournalTests.rechained(lines).flatMap(\.bytes)
                    try folder.write(folder.journalPath, String(decoding: bytes, as: UTF8.self))
                }, ["bad-signature"]
            ),
        ]

    @Test("tampering with a newsroom's files is caught", arguments: tampering.indices)
    func newsroomTampering(_ index: Int) async throws {
        let (name, change, rules) = Self.tampering[index]
        let (folder, _, _) = try await newsroom()
        try change(folder)
        let found = Set(try await folder.verify().diagnostics.map(\.rule.name))
        #expect(found == rules, "\(name)")
    }

    /// Changes to a published folder: the file, its old text (nil removes the file), and the rule.
    private static let siteTampering: [(file: String, old: String?, new: String, rule: String)] = [
        ("claims/it-is/journal.jsonl", "both", "none", "missing-journal"),
        ("claims/it-is/journal.jsonl", "signed-off", "commented", "broken-journal"),
        ("claims/it-is/journal.jsonl", nil, "", "missing-journal"),
        ("claims/it-is/versions/", "Yes", "No", "changed-version"),
        ("claims/it-is/versions/", nil, "", "missing-version"),
        ("claims/it-is/index.html", "Yes &amp;", "No &amp;", "changed-page"),
        ("claims/it-is/index.html", "It is.", "It is not.", "changed-page"),
        ("claims/it-is/index.html", nil, "", "changed-page"),
        ("data/claims.json", "\"ruling\":\"true\"", "\"ruling\":\"false\"", "changed-page"),
        ("data/claims.json", "Yes &", "No &", "changed-page"),
        ("data/allowed_signers", "ana ", "eve ", "bad-signature"),
        ("data/allowed_signers", nil, "", "bad-signature"),
    ]

    @Test("tampering with a published site is caught, by Assay and by the commands of docs/editorial.md")
    func siteTampering() async throws {
        let (folder, _, _) = try await newsroom()
        let clean = try await Self.site(of: folder)
        #expect(try Self.commands(in: clean) == "")
        for (file, old, new, rule) in Self.siteTampering {
            let copy = folder.path + "/copy-\(UUID().uuidString)"
            try FileManager.default.copyItem(atPath: clean, toPath: copy)
            var path = copy + "/" + file
            if file.hasSuffix("/") {
                path += try #require(try FileManager.default.contentsOfDirectory(atPath: path).sorted().first)
            }
            if let old {
                let text = try String(contentsOfFile: path, encoding: .utf8)
                try #require(text.contains(old), "\(file): \(old)")
                try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: path))
            } else {
                try FileManager.default.removeItem(atPath: path)
            }
            let comment = Comment(rawValue: "\(file): \(old ?? "removed")")
            let verification = await Verification.run(published: try FileTree(root: copy))
            #expect(verification.diagnostics.map(\.rule.name).contains(rule), comment)
            // The commands can verify journals, texts and signatures; pages and data take Assay.
            if rule != "changed-page" { #expect(try Self.commands(in: copy) != "", comment) }
        }
    }

    @Test("a published folder without its list of journals, or with a journal more, is named")
    func lists() async throws {
        let (folder, _, _) = try await newsroom()
        let path = try await Self.site(of: folder)
        try folder.write("_site/claims/other/journal.jsonl", "")
        let stray = await Verification.run(published: try FileTree(root: path))
        #expect(Set(stray.diagnostics.map(\.rule.name)) == ["changed-page"])
        for name in [
            "data/journals.json", "data/claims.json", "claimreview.json", "feeds/rulings.json",
            "oembed/it-is.json",
        ] {
            let whole = try folder.text("_site/" + name)
            for broken in ["{", "", "[1, 2", "{\n  \"a\": 1,\n  \"a\": 2\n}", "null", "\u{0}"] {
                try folder.write("_site/" + name, broken)
                let found = await Verification.run(published: try FileTree(root: path))
                #expect(
                    found.diagnostics.contains { $0.span?.file == name && $0.severity == .error },
                    "\(name)"
                )
            }
            try folder.write("_site/" + name, "{\n  \"a\": 1,\n  \"a\": 2\n}")
            let found = await Verification.run(published: try FileTree(root: path))
            #expect(found.diagnostics.contains { $0.span?.file == name && $0.span?.line == 3 }, "\(name)")
            try folder.write("_site/" + name, whole)
        }
    }

    /// The output of the commands in docs/editorial.md.
    static func commands(in site: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/editorial.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: "```sh\n"))
        let end = try #require(text[start.upperBound...].range(of: "```"))
        let script = String(text[start.upperBound..<end.lowerBound])
        return try Tool.run("sh", ["-c", script], in: site, environment: ["CLAIM": "it-is"]).output
    }
}

extension DeskFolder {
    /// The digests in the journal, each once.
    func digests() throws -> [Digest] {
        let journal = Journal("it-is", SourceFile(path: "", text: try text(journalPath)))
        return journal.lines.compactMap(\.event.digest).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}
