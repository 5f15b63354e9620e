import Addresses
import Assay
import Diagnostics
import Digests
import Files
import Foundation
import Newsroom
import Testing

@testable import Editorial

/// Forgeries of a published folder, each of which `verify` must name.
@Suite("Forgeries of a published folder", .enabled(if: Tool.hasSSH, "ssh-keygen is not installed"))
struct ForgeryTests {
    /// A site with a signed ruling, in a folder of its own.
    private func site(_ policy: String = "signatures: required") async throws -> (
        folder: DeskFolder, site: String
    ) {
        let folder = try DeskFolder(policy: policy)
        let (ana, bo) = (try folder.key(of: "ana"), try folder.key(of: "bo"))
        try await folder.publish(key: ana, reviewerKey: bo)
        try folder.replace("Yes, it is.", with: "Yes, & it is.", in: SmallDesk.verdict)
        try await folder.act(.submit(note: nil), by: "ana", key: ana)
        try await folder.act(.approve(ruling: "true", note: nil), by: "bo", key: bo)
        try await folder.act(.correct(.clarification, note: "Clearer now."), by: "ana", key: ana)
        return (folder, try await Self.build(folder))
    }

    private static func build(_ folder: DeskFolder) async throws -> String {
        let today = try #require(CalendarDate("2026-12-01"))
        let report = try await Pipeline.build(
            Request(folder: folder.tree, today: today),
            into: try OutputFolder(path: folder.path + "/_site", root: folder.path, protected: [])
        )
        try #require(report.site != nil, "\(report.diagnostics)")
        return folder.path + "/_site"
    }

    /// A change to a file: the old text and the new one; without an old one, the new one is appended.
    private struct Forgery: Sendable, CustomStringConvertible {
        let file: String
        let old: String
        let new: String
        var description: String { "\(file): \(old) to \(new)" }

        init(_ file: String, _ old: String, _ new: String) {
            self.file = file
            self.old = old
            self.new = new
        }
    }

    private static let page = "claims/it-is/index.html"

    /// Forgeries whose author also writes a new, unsigned manifest.
    private static let forgeries: [Forgery] = [
        // The ruling, in every place.
        Forgery(page, ">True</span>", ">False</span>"),
        Forgery("embed/it-is/index.html", ">True</span>", ">False</span>"),
        Forgery(page, "\"alternateName\":\"True\"", "\"alternateName\":\"False\""),
        Forgery(page, "\"ratingValue\":2", "\"ratingValue\":1"),
        Forgery("claimreview.json", "True", "False"),
        Forgery("claimreview.json", "\"ratingValue\":2", "\"ratingValue\":1"),
        Forgery("claimreview.json", "\"ClaimReview\"", "\"Thing\""),
        Forgery("data/claims.json", "\"ruling\":\"true\"", "\"ruling\":\"false\""),
        Forgery("data/claims.csv", ",true,True,", ",false,False,"),
        Forgery("data/claims.csv", "True", "False"),
        Forgery("feeds/rulings.json", "\"ruling\": \"true\"", "\"ruling\": \"false\""),
        Forgery("feeds/rulings.json", "<strong>True<", "<strong>False<"),
        Forgery("feeds/rulings.xml", "&gt;True&lt;", "&gt;False&lt;"),
        // The words.
        Forgery(page, "Yes, &amp; it is.", "No, &amp; it is not."), Forgery(page, "It is so", "It is not so"),
        Forgery("embed/it-is/index.html", "Yes, &amp; it is.", "No."),
        Forgery("oembed/it-is.json", "It is so", "It is not"),
        Forgery("oembed/it-is.json", "</iframe>", "</iframe><script src='https://evil.example/x'></script>"),
        Forgery("feeds/rulings.xml", "<title>True: It is so", "<title>True: It is not so"),
        Forgery("feeds/rulings.json", "\"title\": \"True: It is so\"", "\"title\": \"False: It is so\""),
        Forgery("feeds/corrections.xml", "claims/it-is/", "claims/other/"),
        Forgery("claimreview.json", "Yes, & it is.", "No."),
        Forgery("data/claims.csv", "It is so", "It is not so"),
        Forgery("data/claims.csv", "it-is,", "other,"), Forgery("data/claims.csv", "Jo", "Ana"),
        Forgery("claimreview.json", "\"name\":\"Jo\"", "\"name\":\"Ana\""),
        // Directions, evidence, people, days and corrections in the data.
        Forgery("data/claims.json", "\"supports\"", "\"undermines\""),
        Forgery("data/claims.json", "that it is", "that it is not"),
        Forgery("data/claims.json", "The report", "Another report"),
        Forgery("data/claims.json", "https://example.org/r", "https://evil.example/r"),
        Forgery("data/claims.json", "Words were said.", "Other words were said."),
        Forgery("data/claims.json", "\"kind\":\"stated\"", "\"kind\":\"denied\""),
        Forgery("data/claims.json", "\"id\":\"jo\"", "\"id\":\"ana\""),
        Forgery("data/claims.json", "\"id\":\"bo\"", "\"id\":\"cy\""),
        Forgery("data/claims.json", "Clearer now.", "Nothing changed."),
        Forgery("data/claims.json", "\"clarification\"", "\"minor\""),
        Forgery("data/claims.json", "\"digest\":\"", "\"digest\":\"0"),
        Forgery("data/claims.json", "\"id\":\"it-is\"", "\"id\":\"other\""),
        Forgery(page, "stance stance-supports", "stance stance-undermines"),
        // The labels.
        Forgery("data/claims.json", "\"label\":\"True\"", "\"label\":\"False\""),
        // Hidden true words.
        Forgery(
            page,
            "<p class=\"standfirst\" dir=\"auto\">",
            "<p class=\"standfirst\" dir=\"auto\" hidden>"
        ),
        Forgery(
            page,
            "<p class=\"standfirst\" dir=\"auto\">",
            "<p class=\"standfirst\" dir=\"auto\" style=\"display: none\">"
        ),
        Forgery(page, "<article", "<template><article"), Forgery(page, "<main", "<main hidden"),
        Forgery(page, "<p class=\"standfirst\" dir=\"auto\">", "<!-- <p class=\"standfirst\" dir=\"auto\">"),
        Forgery("embed/it-is/index.html", "<main class=\"card\"", "<main class=\"hidden\""),
        // Scripts, and other markup that acts.
        Forgery(page, "</main>", "<script>alert(1)</script></main>"),
        Forgery("index.html", "</main>", "<SCRIPT>alert(1)</SCRIPT></main>"),
        Forgery("index.html", "</main>", "<script src=\"https://evil.example/x.js\"></script></main>"),
        Forgery("index.html", "</main>", "<script src=//evil.example/x.js></script></main>"),
        Forgery("index.html", "</main>", "<img src=x onerror=alert(1)></main>"),
        Forgery("index.html", "</main>", "<a href=\"java&#115;cript:alert(1)\">x</a></main>"),
        Forgery("index.html", "</main>", "<iframe src=\"https://evil.example/\"></iframe></main>"),
        Forgery(
            "index.html",
            "</head>",
            "<meta http-equiv=Refresh content='0;url=https://evil.example/'></head>"
        ),
        Forgery("index.html", "</head>", "<base href=\"https://evil.example/\"></head>"),
        Forgery("index.html", "</head>", "<link rel=stylesheet href=\"https://evil.example/x.css\"></head>"),
        Forgery("index.html", "</head>", "<style>main { display: none }</style></head>"),
        // The lists.
        Forgery("data/journals.json", "\"published\"", "\"retracted\""),
        Forgery("data/journals.json", "\"state\"", "\"status\""),
        Forgery("data/journals.json", "\"journals\": [", "\"journals\": [], \"others\": ["),
        Forgery("data/journals.json", "\"lines\": 6", "\"lines\": 5"),
        Forgery("claims/it-is/journal.jsonl", "", ""),
    ]

    @Test("a statement that was changed is found, although the list of files was made anew")
    func statements() async throws {
        let (folder, clean) = try await site()
        #expect(await Verification.run(published: try FileTree(root: clean)).diagnostics == [])
        for (number, forgery) in Self.forgeries.enumerated() {
            let copy = folder.path + "/copy-\(number)"
            try FileManager.default.copyItem(atPath: clean, toPath: copy)
            let path = copy + "/" + forgery.file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let isSpaced = forgery.file.hasSuffix(".json") && !text.contains(forgery.old)
            let old = isSpaced ? forgery.old.replacing("\":", with: "\": ") : forgery.old
            let new = isSpaced ? forgery.new.replacing("\":", with: "\": ") : forgery.new
            guard forgery.old.isEmpty || text.contains(old) else {
                Issue.record("\(forgery.file) has no \(old)")
                continue
            }
            let forged = forgery.old.isEmpty ? "" : text.replacing(old, with: new)
            try Data(forged.utf8).write(to: URL(fileURLWithPath: path))
            let plain = await Verification.run(published: try FileTree(root: copy))
            #expect(
                plain.diagnostics.contains {
                    $0.span?.file == forgery.file && $0.message.contains("SHA-256")
                },
                "\(forgery)"
            )
            try Self.listAnew(copy)
            let found = await Verification.run(published: try FileTree(root: copy))
            #expect(!found.isSound, "\(forgery)")
            #expect(!found.diagnostics.contains { $0.message.contains("SHA-256") }, "\(forgery)")
            try FileManager.default.removeItem(atPath: copy)
        }
    }

    /// Writes a new manifest, as a forger would.
    static func listAnew(_ site: String) throws {
        let files = try FileTree(root: site).files(below: "").map(\.path).filter {
            !$0.hasPrefix(Route.manifest.path)
        }
        let digests = try files.map { path in
            (
                path: path,
                content: ContentDigest(
                    of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: site + "/" + path)))
                )
            )
        }
        try Data(SiteManifest.bytes(digests)).write(
            to: URL(fileURLWithPath: site + "/" + Route.manifest.path)
        )
    }

    @Test(
        "a claim that was planted with its journal, or taken away with everything of it, is found by the list of files"
    )
    func planted() async throws {
        let (folder, site) = try await site()
        let files = FileManager.default
        for part in ["claims", "embed"] {
            try files.copyItem(atPath: "\(site)/\(part)/it-is", toPath: "\(site)/\(part)/other")
        }
        let planted = await Verification.run(published: try FileTree(root: site))
        #expect(planted.diagnostics.contains { $0.span?.file == "claims/other/index.html" })
        try Self.listAnew(site)
        let relisted = await Verification.run(published: try FileTree(root: site))
        #expect(relisted.diagnostics.contains { $0.span?.file == "claims/other/index.html" })
        #expect(relisted.diagnostics.contains { $0.span?.file == "embed/other/index.html" })
        try files.removeItem(atPath: site + "/claims/other")
        try files.removeItem(atPath: site + "/embed/other")
        try files.removeItem(atPath: site + "/claims/it-is")
        let removed = await Verification.run(published: try FileTree(root: site))
        #expect(removed.diagnostics.contains { $0.rule.name == "missing-journal" })
        _ = folder
    }

    @Test("a signed list of files vouches for everything, with a reader's own keys")
    func signed() async throws {
        let (folder, site) = try await site()
        let tree = try FileTree(root: site)
        let unsigned = await Verification.run(published: tree)
        #expect(unsigned.isSound && unsigned.notes.contains { $0.contains("is not signed") })
        let key = SigningKey(path: folder.path + "/.keys-ana")
        let count = try await SiteManifest.sign(tree, with: key)
        #expect(count == tree.files(below: "").count - 2)
        let keys = Array(try folder.text(AllowedSigners.path).utf8)
        let signed = await Verification.run(published: tree, signers: keys)
        #expect(signed.diagnostics == [] && signed.notes.contains { $0.contains("signed by `ana`") })
        // The same check with ssh-keygen.
        let check = try Tool.run(
            "sh",
            [
                "-c",
                "ssh-keygen -Y verify -f data/allowed_signers -I ana -n assay -s data/manifest.sha256.sig <data/manifest.sha256",
            ],
            in: site
        )
        #expect(check.status == 0, "\(check.output)")
        // The theme's own script is vouched for; an added one is not.
        let home = try folder.text("_site/index.html")
        try folder.write("_site/index.html", home.replacing("</main>", with: "<script>own()</script></main>"))
        #expect(await !Verification.run(published: tree, signers: keys).isSound)
        await #expect(throws: Refusal.self) { try await SiteManifest.sign(tree, with: key) }
        try Self.listAnew(site)
        let stale = await Verification.run(published: tree, signers: keys)
        #expect(stale.diagnostics.contains { $0.message.contains("of another list of files") })
        _ = try await SiteManifest.sign(tree, with: key)
        #expect(await Verification.run(published: tree, signers: keys).isSound)
        // Somebody else's keys vouch neither for the manifest nor for a line.
        let other = try DeskFolder()
        _ = try other.key(of: "ana")
        let strange = await Verification.run(
            published: tree,
            signers: Array(try other.text(AllowedSigners.path).utf8)
        )
        #expect(Set(strange.diagnostics.map(\.rule.name)).contains("bad-signature"))
    }

    @Test("whoever exchanges the keys in the folder too is found with a reader's own")
    func exchangedKeys() async throws {
        let (folder, site) = try await site("signatures: optional")
        let keys = Array(try folder.text(AllowedSigners.path).utf8)
        // A whole folder of another newsroom of the same name, with its own keys.
        let other = try await self.site("signatures: optional")
        #expect(await Verification.run(published: try FileTree(root: other.site)).isSound)
        #expect(await !Verification.run(published: try FileTree(root: other.site), signers: keys).isSound)
        #expect(await Verification.run(published: try FileTree(root: site), signers: keys).isSound)
    }

    @Test("a build that changes nothing writes nothing and keeps the signature; another takes it away")
    func builds() async throws {
        let (folder, site) = try await site()
        let tree = try FileTree(root: site)
        _ = try await SiteManifest.sign(tree, with: SigningKey(path: folder.path + "/.keys-ana"))
        let before = try folder.text("_site/" + Route.manifest.path)
        _ = try await Self.build(folder)
        #expect(tree.exists(Route.manifestSignature.path))
        #expect(try folder.text("_site/" + Route.manifest.path) == before)
        try folder.replace("A test.", with: "Another test.", in: "content/site.yaml")
        _ = try await Self.build(folder)
        #expect(!tree.exists(Route.manifestSignature.path))
        #expect(await Verification.run(published: tree).isSound)
        #expect(try Tool.run("sha256sum", ["--check", "--quiet", Route.manifest.path], in: site).status == 0)
    }

    @Test(
        "a topic that only drafts use, and the keys of people who signed nothing that is published, stay in the house"
    )
    func drafts() async throws {
        let settings = try #require(SmallDesk.files()["content/site.yaml"])
        let topics =
            "\ntopics:\n  - {id: open-topic, name: Open}\n  - {id: hidden-topic, name: Hidden matter}\n"
        let claim = try #require(SmallDesk.files()["content/claims/it-is.md"])
        let folder = try DeskFolder(
            policy: "",
            [
                "content/site.yaml": settings + topics,
                "content/claims/it-is.md": claim.replacing(
                    "claimant: jo",
                    with: "claimant: jo\ntopics: open-topic"
                ),
                "content/claims/draft.md": claim.replacing(
                    "claimant: jo",
                    with: "claimant: jo\ntopics: hidden-topic"
                ),
            ]
        )
        let (ana, bo, cy) = (try folder.key(of: "ana"), try folder.key(of: "bo"), try folder.key(of: "cy"))
        _ = cy
        let git =
            "ana namespaces=\"git\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKyv5WzCecwewukCRMMBUwfyl1ijdoSL6JdsqFRmKwtx\n"
        try folder.write(AllowedSigners.path, git + (try folder.text(AllowedSigners.path)))
        try await folder.publish(key: ana, reviewerKey: bo)
        let site = try FileTree(root: try await Self.build(folder))
        for entry in site.files(below: "") {
            let text = String(decoding: try site.contents(of: entry, limit: 1 << 20), as: UTF8.self)
            #expect(!text.contains("hidden-topic") && !text.contains("Hidden matter"), "\(entry.path)")
        }
        #expect(site.exists("topics/open-topic/index.html"))
        let keys = try folder.text("_site/data/allowed_signers").split(separator: "\n")
        #expect(keys.map { $0.split(separator: " ")[0] } == ["ana", "bo"])
        #expect(keys.allSatisfy { $0.contains("namespaces=\"assay\"") && !$0.contains("AAAAIKyv5Wz") })
    }

    @Test("the list of files is one that sha256sum reads, whatever files are called")
    func names() throws {
        let folder = try DeskFolder()
        let names = ["a b", "back\\slash", "line\nfeed", "é", "return\rx", "#hash"]
        for name in names { try folder.write("files/" + name, name) }
        let list = SiteManifest.bytes(names.map { ("files/" + $0, ContentDigest(of: Array($0.utf8))) })
        try folder.write("list", String(decoding: list, as: UTF8.self))
        #expect(try Tool.run("sha256sum", ["--check", "--quiet", "list"], in: folder.path).status == 0)
        let digests = try #require(SiteManifest.digests(list))
        #expect(Set(digests.keys) == Set(names.map { "files/" + $0 }))
        #expect(names.allSatisfy { digests["files/" + $0] == Digest(of: Array($0.utf8)) })
        #expect(SiteManifest.digests(Array("x".utf8)) == nil && SiteManifest.digests(list + list) == nil)
    }
}
