using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Each rule is a suite of tests; each finding one that failed, or was skipped where it does not decide the exit code.</summary>
static class JUnitReport
{
    /// <param name="failOn">The least severity that is a failure; null for none.</param>
    public static void Write(ScanResult result, DiagnosticSeverity? failOn, TextWriter output)
    {
        var suites = result.Rules.Select(rule => Suite(rule, result, failOn)).ToList();
        var all = new XElement(
            "testsuites",
            new XAttribute("name", "pkce"),
            Total(suites, "tests"),
            Total(suites, "failures"),
            Total(suites, "skipped"),
            suites
        );
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CheckCharacters = true });
        all.Save(writer);
        writer.Flush();
        output.WriteLine();
    }

    static XElement Suite(DiagnosticDescriptor rule, ScanResult result, DiagnosticSeverity? failOn)
    {
        var cases = result.All.Where(finding => finding.Id == rule.Id).Select(finding => Case(finding, result, failOn)).ToList();
        if (cases.Count == 0)
            cases.Add(new XElement("testcase", new XAttribute("name", "no findings"), new XAttribute("classname", rule.Id)));
        return new XElement(
            "testsuite",
            new XAttribute("name", $"{rule.Id}: {rule.Title}"),
            new XAttribute("tests", cases.Count),
            Count(cases, "failures", "failure"),
            Count(cases, "skipped", "skipped"),
            new XAttribute("errors", 0),
            cases
        );
    }

    static XElement Case(Finding finding, ScanResult result, DiagnosticSeverity? failOn)
    {
        var path = Clean(result.Relative(finding.Path));
        var outcome =
            finding.Suppression is { } suppression
                ? new XElement("skipped", new XAttribute("message", Clean(suppression.Reason ?? "suppressed")))
            : finding.Severity >= failOn
                ? new XElement(
                    "failure",
                    new XAttribute("message", Clean(finding.Message)),
                    new XAttribute("type", finding.Id),
                    $"{path}({finding.Line},{finding.Column}): {TextReport.SeverityName(finding.Severity)} {finding.Id}: "
                        + $"{Clean(finding.Message)}"
                )
            : new XElement("skipped", new XAttribute("message", Clean(finding.Message)));
        return new XElement(
            "testcase",
            new XAttribute("name", $"{path}:{finding.Line}:{finding.Column}"),
            new XAttribute("classname", finding.Id),
            new XAttribute("file", path),
            new XAttribute("line", finding.Line),
            outcome
        );
    }

    static XAttribute Count(List<XElement> cases, string name, string outcome) =>
        new(name, cases.Count(one => one.Element(outcome) is not null));

    static XAttribute Total(List<XElement> suites, string name) => new(name, suites.Sum(suite => (int)suite.Attribute(name)!));

    /// <summary>XML cannot hold most control characters, nor halves of characters.</summary>
    static string Clean(string text) =>
        string.Concat(Printable.Line(text).EnumerateRunes().Where(rune => rune.Value is not (0xFFFE or 0xFFFF)));
}
