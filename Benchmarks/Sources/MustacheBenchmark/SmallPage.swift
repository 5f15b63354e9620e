/// The page that both engines render: a title, a partial for the head, a section and a list of ten items.
enum SmallPage {
    struct Item {
        let id: String
        let statement: String
        let ruling: String
    }

    static let title = "Claims & rulings"
    static let note = "Ten claims from one press conference."

    static let items = (1...10).map {
        Item(id: "claim-\($0)", statement: "Statement <\($0)> about trade & tariffs", ruling: "Mostly true")
    }

    static let head = """
        <head>
          <title>{{title}}</title>
          <link rel="stylesheet" href="assets/style.css">
        </head>

        """

    static let page = """
        <!doctype html>
        <html lang="en">
        {{> head}}
        <body>
        <h1>{{title}}</h1>
        {{#note}}
        <p class="note">{{note}}</p>
        {{/note}}
        <ol>
        {{#items}}
          <li><a href="claims/{{id}}/">{{statement}}</a> <b>{{ruling}}</b></li>
        {{/items}}
        </ol>
        </body>
        </html>

        """
}
