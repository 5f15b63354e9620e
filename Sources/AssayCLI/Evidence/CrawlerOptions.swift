import ArgumentParser
import Editorial

/// The options of `assay capture --with`.
struct CrawlerOptions: ParsableArguments {
    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "Let another program capture the page: its command, in which {url} stands for the address and {out} for an empty folder. No shell runs it. Of what it leaves there, the first .wacz, .warc.gz, .warc, .html, .pdf or .png is imported.",
            valueName: "command"
        )
    )
    var command: String?

    @Option(help: ArgumentHelp("The time that this program may take.", valueName: "seconds"))
    var timeLimit = 300

    func validate() throws {
        guard (1...86_400).contains(timeLimit) else {
            throw ValidationError("--time-limit is from 1 to 86400 seconds")
        }
        _ = try words()
    }

    /// The words of the command; nil without one.
    func words() throws -> CommandWords? {
        guard let command else { return nil }
        do throws(CommandWords.Problem) {
            let words = try CommandWords(command)
            _ = try words.filled(url: "", out: "")
            return words
        } catch {
            throw ValidationError("--with cannot be used: \(error)")
        }
    }
}
