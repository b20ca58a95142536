using System.Security.Cryptography;
using System.Text;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>One page that needs nothing beside it, and may load nothing: style and script are allowed by their hashes alone.</summary>
static class HtmlReport
{
    public static void Write(ScanResult result, TextWriter output)
    {
        var (style, script) = (Resource("report.css"), Resource("report.js"));
        output.Write(
            Fragment.Of(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{Policy(style, script)}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>PKCE: {TextReport.Count(result.Findings.Count, "finding")}</title>
                <style>{Fragment.Trusted(style)}</style>
                </head>
                <body>
                <header>
                <h1>PKCE report</h1>
                <nav aria-label="Sections">
                <a href="#summary">Summary</a> <a href="#findings">Findings</a>
                <a href="#inventory">Inventory</a> <a href="#exchanges">Exchanges</a>
                </nav>
                </header>
                <main>
                {SummarySection.Of(result)}
                {FindingsSection.Of(result)}
                {InventorySection.Of(result)}
                {ExchangesSection.Of(result)}
                </main>
                <script>{Fragment.Trusted(script)}</script>
                </body>
                </html>

                """
            )
        );
    }

    static string Policy(string style, string script) =>
        $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";

    static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    // Browsers hash with the line breaks that they read, which are LF.
    static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
