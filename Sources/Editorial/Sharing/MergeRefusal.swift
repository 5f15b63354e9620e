/// The reasons why what others did cannot be taken in, each with the way out. The folder is as it was then.
enum MergeRefusal {
    /// The same words were changed here and by others.
    static func conflict(_ files: [String], _ upstream: String) -> Refusal {
        let journals = files.filter { $0.hasPrefix(Journal.folder + "/") }
        guard journals.isEmpty else {
            return Refusal(
                "\(list(journals)) cannot be merged by itself: a line was changed, or is missing, here or on `\(upstream)`",
                help:
                    "`assay verify` says which; restore the file from git. Nothing was changed here, and nothing was pushed"
            )
        }
        return Refusal(
            "you and others changed the same place in \(list(files))",
            help:
                "`git diff HEAD...\(upstream) -- \(files[0])` shows what they did; `git merge \(upstream)` puts both texts into the file, and when you have chosen, `git add` and `git commit`; then share again. Nothing was changed here, nothing was pushed, and nothing is lost"
        )
    }

    /// Files are changed here, in no commit, that others changed too.
    static func uncommitted(_ files: [String]) -> Refusal {
        Refusal(
            "\(list(files)) \(files.count == 1 ? "was" : "were") changed by others, and you have changes of your own there that are in no commit",
            help:
                "submit the text, or commit the file with `git commit -o \(files[0])`, and share again. Nothing was changed here, and nothing was pushed"
        )
    }

    /// The files that git names below its message that local changes would be lost.
    static func filesInTheWay(_ message: String) -> [String] {
        guard message.contains("would be overwritten by merge") else { return [] }
        return message.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("\t") }
            .map { String($0.dropFirst()) }
    }

    private static func list(_ files: [String]) -> String {
        files.map { "`\($0)`" }.joined(separator: ", ")
    }
}
