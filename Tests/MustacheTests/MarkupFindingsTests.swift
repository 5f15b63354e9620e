import Diagnostics
import Testing

@testable import Mustache

/// Findings about places in HTML where no value is safe.
@Suite struct MarkupFindingsTests {
    @Test(arguments: [
        "<p class=«{{x}}»>t</p>", "<«{{x}}»>", "<h«{{x}}»>t</h1>", "<p «{{x}}»>t</p>",
        "<p data-«{{x}}»=\"y\">t</p>",
        "<p class=a «{{x}}»>t</p>", "<p class=«{{x}}»>t</p>", "<!-- «{{x}}» -->", "<!doctype «{{x}}»>",
        "<style>p { color: «{{x}}» }</style>", "<script>let x = «{{x}}»</script>",
        "<script type=\"module\">let x = \"«{{x}}»\"</script>", "<p onclick=\"«{{x}}»\">t</p>",
        "<P ONCLICK='go(«{{x}}»)'>t</P>", "<p style=\"color: «{{x}}»\">t</p>",
        "<iframe srcdoc=\"«{{x}}»\"></iframe>",
        "<a href=\"javascript:«{{x}}»\">t</a>", "<a href=\"JavaScript:f('«{{x}}»')\">t</a>",
        "<a href=\"java&#115;cript:«{{x}}»\">t</a>", "<img src=\"data:image/png,«{{x}}»\">",
        "<a href=\" javascript:«{{x}}»\">t</a>",
        "<meta http-equiv=\"refresh\" content=\"0;url=«{{x}}»\">", "<animate to=\"«{{x}}»\"/>",
        "<a href=\"{{x}}\" «{{x}}»>t</a>", "<iframe>«{{x}}»</iframe>", "<a href = «{{x}}»>t</a>",
        "<script type=\"{{x}}\">«{{x}}»</script>",
    ])
    func unsafePlaces(template: String) {
        let marked = MarkedTemplate(template)
        let diagnostics = TemplateLibrary(["page": marked.source]).diagnostics
        // A forbidden `content` attribute may be reported as markup too.
        marked.expect(diagnostics.filter { $0.rule.name != "template-markup" }, rule: "unsafe-interpolation")
    }

    @Test(arguments: [
        ("{{#x}}<p class=\"«{{/x}}»", "the section `x` begins in text and ends in the attribute `class`"),
        (
            "<p class=\"{{#x}}a\"«{{/x}}»>",
            "the section `x` begins in the attribute `class` and ends inside the tag <p>"
        ),
        (
            "<script>{{^x}}</script>«{{/x}}»</script>",
            "the section `x` begins inside <script> and ends in text"
        ),
        ("<p class=«{{#x}}»a{{/x}}>", "a section cannot begin or end inside the tag <p>"),
        ("<p class=\"{{>«»part}}\">", "a template cannot be included in the attribute `class`"),
        ("<p {{$b}}{{/b}}>", "a block cannot stand inside the tag <p>"),
        ("<p>«<»", "the template ends in a tag's name"),
        ("<title>a«b»", "the template ends inside <title>"),
        ("<p class=\"a«b»", "the template ends in the attribute `class`"),
        ("<p «<»b>", "`<` stands inside a tag"),
        ("<p{{#x}} a{{/x}}«b»>", "a name begins where the section before it may have ended one"),
        ("<p {{#x}}on{{/x}}«c»lick=\"f()\">", "a name begins where the section before it may have ended one"),
        ("<script src=\"a.js\"/«>»</script>", "browsers take `<script/>` for an opening tag"),
        ("<script>\"<«!»--\"</script>", "`<!` in a script can change where the script ends"),
        ("<!«[»CDATA[x]]>", "HTML and XML disagree on where a CDATA section ends"),
        ("<a href=\"{{x}}«:»{{x}}\">", "a scheme cannot be put together from values"),
        (
            "<meta content=\"{{x}}\" http-equiv=«\"»refresh\">",
            "`content` beside `http-equiv` is an instruction, so nothing can be shown in it"
        ),
        (
            "{{<parent}}«{{$b}}»<b>x</b>{{/b}}{{/parent}}",
            "the block `b` holds markup or quotation marks, but is shown inside <title>"
        ),
        ("{{<parent}}{{$c}}<b«{{/c}}»{{/parent}}", "the block `c` begins in text and ends in a tag's name"),
    ])
    func unevenMarkup(template: String, message: String) throws {
        let marked = MarkedTemplate(template)
        let library = TemplateLibrary([
            "page": marked.source, "part": SourceFile(path: "part", text: "x"),
            "parent": SourceFile(path: "parent", text: "<title>{{$b}}{{/b}}</title>{{$c}}{{/c}}"),
        ])
        let found = try #require(
            library.diagnostics.first { $0.message == message },
            "\(library.diagnostics)"
        )
        #expect(found.rule.name == "template-markup")
        if let range = marked.ranges.first, !range.isEmpty {
            #expect(found.span == marked.source.span(range))
        }
    }

    @Test(arguments: [
        "<li{{#x}} class=\"a\"{{/x}}>", "<li {{#x}}class=\"a\"{{/x}}>", "<input {{#x}}checked{{/x}}>",
        "<input{{#x}} checked{{/x}}{{#x}} disabled{{/x}}/>", "<p class=\"a{{#x}} b{{/x}}\">",
        "<p {{#x}}lang=\"{{x}}\"{{/x}}{{^x}}lang=\"en\"{{/x}}>", "a < b {{x}} <3 & 1 <",
        "<!-- a {{#x}}b{{/x}} -->",
        "<!----> {{x}} <!--->{{x}}<!-- --!>{{x}}", "<script>if (a < b) f()</script>{{x}}", "</ >{{x}}",
        "<title>a < {{x}} </titl></title>{{x}}", "<textarea>{{x}}</textarea >{{x}}",
        "<?xml version=\"1.0\"?>{{x}}",
        "<!doctype html>{{x}}", "<a title='\"'>{{x}}</a>", "<script>{{#x}}f(){{/x}}</script>",
        "<script type='application/ld+json'>{\"a\": 1}</script>{{x}}", "<a title = \"{{x}}\" >", "<br/>{{x}}",
        "<meta name=\"description\" content=\"{{x}}\">", "<SCRIPT>f()</ScRiPt>{{x}}",
    ])
    func ordinaryMarkup(template: String) {
        #expect(library(["page": template.hasSuffix("1 <") ? template + " " : template]).diagnostics == [])
    }
}
