import Foundation
import TestSupport
import Testing

@testable import Files

/// Output folders of hostile clones: no build may change a file outside its own folder.
struct HostileOutputTests {
    let root: TemporaryFolder
    let outside: TemporaryFolder

    init() throws {
        root = try TemporaryFolder()
        outside = try TemporaryFolder()
        try outside.write("precious.txt", "mine")
        try outside.write("index.html", "mine")
        try outside.write("claims/x/index.html", "mine")
    }

    private func build(_ files: [String: String], out: String = "_site") throws {
        let folder = try OutputFolder(path: root.path + "/" + out, root: root.path, protected: ["content"])
        defer { folder.release() }
        let writer = try folder.writer(site: "https://example.org")
        do {
            for (path, text) in files { try writer.write(path, Array(text.utf8)) }
            try writer.commit()
        } catch {
            writer.discard()
            throw error
        }
        try folder.keepState(Array("state".utf8))
    }

    private func requireOutsideUntouched() {
        #expect(
            outside.contents == [
                "claims", "claims/x", "claims/x/index.html", "index.html", "precious.txt",
            ]
        )
        for path in ["claims/x/index.html", "index.html", "precious.txt"] {
            #expect(outside.text(path) == "mine", "\(path)")
        }
    }

    private static let header = "assay output 2\nsite https://example.org\n"

    @Test(
        "A record that names paths outside, through links or of Assay's own removes nothing but files in the folder"
    )
    func record() throws {
        try root.write("precious.txt", "mine")
        let paths = [
            "../precious.txt", "x/../../precious.txt", root.path + "/precious.txt", "out/precious.txt",
            "out/claims/x/index.html", "./../precious.txt", ".assay/files", "old.html",
            "a\u{301}/../../precious.txt",
            "out/\u{301}../precious.txt",
        ]
        try root.write("_site/.assay/files", Self.header + paths.map { $0 + "\n" }.joined())
        try root.write("_site/old.html", "old")
        try root.link("_site/out", to: outside.path)
        try build(["index.html": "a"])
        requireOutsideUntouched()
        #expect(root.text("precious.txt") == "mine")
        #expect(!root.exists("_site/old.html"))
        #expect(root.text("_site/.assay/files") == Self.header + "index.html\n")
    }

    @Test(
        "A link in the place of a folder that is written to is refused",
        arguments: ["_site", "_site/.assay", "_site/claims", "_site/claims/x", ".assay", ".assay/outputs"]
    )
    func folders(link: String) throws {
        if link != "_site" {
            try root.write("_site/.assay/files", Self.header + "claims/x/index.html\nindex.html\n")
        }
        if link == "_site/.assay" { try FileManager.default.removeItem(atPath: root.path + "/_site/.assay") }
        if link.hasSuffix("/x") { try root.write("_site/claims/note.txt", "") }
        if link == ".assay/outputs" { try root.write(".assay/note.txt", "") }
        try root.link(link, to: outside.path)
        #expect(throws: OutputProblem.self) {
            try build(["claims/x/index.html": "a", "index.html": "b"])
        }
        requireOutsideUntouched()
    }

    @Test("A link in the place of a file is replaced, and what it leads to stays")
    func files() throws {
        try root.write("_site/.assay/files", Self.header + "index.html\ngone.html\n")
        try root.link("_site/index.html", to: outside.path + "/index.html")
        try root.link("_site/gone.html", to: outside.path + "/precious.txt")
        try root.link("_site/.assay/files.new", to: outside.path + "/precious.txt")
        try root.link("_site/.assay/new", to: outside.path)
        try build(["index.html": "a"])
        requireOutsideUntouched()
        #expect(root.text("_site/index.html") == "a")
        #expect(!root.exists("_site/gone.html"))
    }

    @Test("Links in the place of the state and of the names it is written under are not written through")
    func state() throws {
        try build(["index.html": "a"])
        let outputs = try FileManager.default.contentsOfDirectory(atPath: root.path + "/.assay/outputs")
        let name = try #require(outputs.first { $0.hasSuffix(".state") })
        for suffix in ["", ".assay-tmp"] {
            let path = ".assay/outputs/" + name + suffix
            try? FileManager.default.removeItem(atPath: root.path + "/" + path)
            try root.link(path, to: outside.path + "/precious.txt")
        }
        let folder = try OutputFolder(path: root.path + "/_site", root: root.path, protected: [])
        #expect(folder.state(limit: 100) == nil)
        folder.release()
        try build(["index.html": "b"])
        requireOutsideUntouched()
    }

    @Test("A switch that came with the clone moves and removes nothing outside")
    func decidedSwitch() throws {
        try root.write("_site/.assay/files", Self.header + "out/precious.txt\nout/index.html\n")
        try root.write("_site/.assay/files.new", Self.header + "index.html\n")
        try root.write("_site/.assay/ready/index.html", "planted")
        try root.link("_site/.assay/ready/out", to: outside.path)
        try root.link("_site/out", to: outside.path)
        try? build(["index.html": "a"])
        requireOutsideUntouched()
    }

    @Test("A switch whose folder is itself a link is taken away, and not carried out")
    func linkedSwitch() throws {
        try root.write("_site/.assay/files", Self.header + "index.html\n")
        try root.link("_site/.assay/ready", to: outside.path)
        try build(["index.html": "a"])
        requireOutsideUntouched()
        #expect(root.text("_site/index.html") == "a")
    }
}
