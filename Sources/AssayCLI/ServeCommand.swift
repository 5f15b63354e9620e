import ArgumentParser
import Preview

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site while you write, drafts included, and reloads it when a file changes.",
        discussion: """
            The site is made in memory; nothing is written. Findings appear over the page and here. The board of all \
            claims is at /_desk/. Only this computer can open the preview, unless --host says otherwise. Ctrl-C stops it.
            """
    )

    @OptionGroup var options: NewsroomOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The port; \(PreviewPort.first), or the next one that is free.", valueName: "port")
    )
    var port: UInt16?

    @Option(
        help: ArgumentHelp(
            "Listen beyond this computer: an address to listen on (0.0.0.0 for all), or a name to answer to. Whoever can reach the port then reads the drafts.",
            valueName: "host"
        )
    )
    var host: [String] = []

    @Flag(help: "Open the preview in the browser.")
    var open = false

    func run() async throws {
        let preview = try await OpenedPreview(options)
        let server = try await PreviewPort(port).listen(preview.live, preview.console, hosts: host)
        preview.log.say("preview  \(server.address)")
        preview.log.say("board    \(server.address)_desk/")
        if !host.isEmpty { preview.log.say("others can reach it too: they read unpublished drafts") }
        if open { Browser.open(server.address) }
        try await preview.serve(server)
    }
}
