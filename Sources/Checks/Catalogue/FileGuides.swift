import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules about files: their encoding, size, names and folders.
    static let fileGuides: [RuleGuide] = [
        RuleGuide(
            .notUTF8,
            "Files are UTF-8.",
            why:
                "Every other encoding shows wrong letters somewhere. UTF-8 is the encoding of the web and of git.",
            fix:
                "Save the file as UTF-8. It may be Windows-1252 (one wrong byte) or UTF-16 (a NUL in every pair).",
            wrong: "caf\\xE9",
            right: "café"
        ),
        RuleGuide(
            .nulByte,
            "A text file holds no NUL byte.",
            why:
                "A NUL byte means that the file is a picture or document of another program, or was damaged.",
            fix: "Restore the file from git, or write its words into a text file.",
            wrong: "title: A\\x00B",
            right: "title: AB"
        ),
        RuleGuide(
            .emptyFile,
            "A record's file is not empty.",
            why: "An empty file was left behind, or its content was lost.",
            fix: "Write the record, or delete the file.",
            wrong: "(nothing)",
            right: "---\nname: Vladimir Putin\nkind: person\n---"
        ),
        RuleGuide(
            .fileTooLarge,
            "A record's file has at most 8 MiB.",
            why:
                "Records hold text. A file that large is a document that was put in the wrong place, and slows every build.",
            fix: "Keep documents as snapshots of sources, and the record beside them.",
            wrong: "seeds/whole-archive.md (200 MB)",
            right: "seeds/one-article.md"
        ),
        RuleGuide(
            .unreadableFile,
            "Every file can be read.",
            why: "A file that cannot be opened would be missing from the site without anybody noticing.",
            fix: "Look at the file's permissions, or restore it from git.",
            wrong: "-w------- a.md",
            right: "-rw-r--r-- a.md"
        ),
        RuleGuide(
            .symbolicLinkOutside,
            "Symbolic links stay inside the folder that is read, and lead to nothing hidden.",
            why: """
                A link in `content/`, `seeds/` or `templates/theme/` that leads out of that folder, or to a hidden file such as
                `.git/config`, could publish what was never meant for readers.
                """,
            fix: "Put a copy of the file in the link's place.",
            wrong: "seeds/a.md -> /etc/passwd",
            right: "seeds/a.md (a copy)"
        ),
        RuleGuide(
            .mergeConflict,
            "No file holds the marks of a merge conflict.",
            why: """
                Where git cannot merge two versions it leaves both in the file, between lines of `<<<<<<<`, `=======` and
                `>>>>>>>`. Published like that, readers would see both.
                """,
            fix: """
                Keep the words that are right, and take out the three lines. An example of such marks in an article is
                indented by four blanks.
                """,
            wrong:
                "<<<<<<< HEAD\nThe bridge has 36 lamps.\n=======\nThe bridge has 40 lamps.\n>>>>>>> update",
            right: "The bridge has 40 lamps."
        ),
        RuleGuide(
            .misplacedFile,
            "In `content/` and `templates/` every file lies where it is read.",
            why:
                "A file in another folder, or of another name, is missing from the site without anybody noticing.",
            fix: """
                Move the file to the place that the help names. Articles lie in `seeds/`, other records in the folder of
                their kind in `content/`, templates in `templates/theme/`, words in `templates/strings/`. What is no part
                of the newsroom lies outside of these folders.
                """,
            wrong: "content/articles/interview.md",
            right: "seeds/interview.md"
        ),
        RuleGuide(
            .shareImages,
            "Share images that `look` asks for are drawn.",
            why: """
                Share images are drawn by `rsvg-convert`, a program of librsvg. Where it is missing a build goes on without them, and
                links to the site's claims show no picture elsewhere. A letter that no installed font has would be a box, so an image with
                such letters is not drawn (fontconfig's `fc-list` tells; where that is missing, images are drawn all the same).
                """,
            fix: """
                Install librsvg: `apt install librsvg2-bin`, `brew install librsvg`; or fonts for the scripts of your claims. Or take
                `cards` out of `look`.
                """,
            wrong: "look:\n  cards: yes\n(a computer without rsvg-convert)",
            right: "look:\n  cards: yes\n(a computer with it)"
        ),
        RuleGuide(
            .collidingNames,
            "No two files of a theme, or of `static/`, have names that differ in case alone.",
            why: "On macOS and Windows they are one file, so that one of the two would be lost there.",
            fix: "Rename one of them.",
            wrong: "templates/theme/Logo.svg\ntemplates/theme/logo.svg",
            right: "templates/theme/logo-large.svg\ntemplates/theme/logo.svg"
        ),
        RuleGuide(
            .deadAddress,
            "What readers were given an address of is still there, or its address leads on.",
            why: """
                Others link to it, and have it in their bookmarks, feeds and archives. The site in `_site`, as the last build left it, says which
                addresses there were. A record that is deleted, or renamed by hand, leaves nothing at its own.
                """,
            fix: """
                Rename with `assay rename KIND OLD NEW`: the old address leads on to the new one. Restore what was deleted from git; if its address is to
                lead nowhere, and you mean it, set the rule to `off` for that build, or delete `_site`.
                """,
            wrong: "git mv content/sources/report.md content/sources/report-2018.md",
            right: "assay rename source report report-2018"
        ),
        RuleGuide(
            .unreadFile,
            "The folders of records hold records.",
            why: "Only files that end in `.md` are read; one with another ending is missing from the site.",
            fix: "Rename the file, or move it elsewhere.",
            wrong: "content/claims/offer.markdown",
            right: "content/claims/offer.md"
        ),
        RuleGuide(
            .missingSettings,
            "A newsroom has `content/site.yaml`.",
            why:
                "It holds the name of the site and the rating scale, without which nothing can be published.",
            fix: "Change to the newsroom's folder, or name it with `-C`. `assay init` makes a new one.",
            wrong: "$ cd /somewhere/else && assay build",
            right: "$ assay build -C my-newsroom"
        ),
        RuleGuide(
            .invalidId,
            "Ids are lower-case letters, digits and hyphens.",
            why: """
                A file's base name is its record's id, and becomes part of its address, as the ids of topics do; it must look the
                same in every browser, on every disk and in every chat.
                """,
            fix:
                "Rename the file, or write the id of a topic or ruling in `content/site.yaml` as the help says.",
            wrong: "content/claims/Putin's Offer.md",
            right: "content/claims/putins-offer.md"
        ),
        RuleGuide(
            .duplicateId,
            "An id is used once within its kind.",
            why: "With two records of one id a link does not know which one is meant.",
            fix: "Rename one of the two.",
            wrong: "content/claims/2018/offer.md\ncontent/claims/2019/offer.md",
            right: "content/claims/2018/offer.md\ncontent/claims/2019/offer-renewed.md"
        ),
    ]
}
