using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Reporting;
using PkceAnalyzers.Tool.Reproducing;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary><c>pkce explain FILE:LINE</c>: what is seen there, and why it is reported or not.</summary>
sealed class ExplainCommand(TextWriter output, TextWriter error)
{
    /// <param name="file">The C# file.</param>
    /// <param name="line">From 1.</param>
    /// <param name="path">What the file is part of.</param>
    /// <param name="repro">Whether a small program of the same finding is printed in place of an explanation.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="InputException">The file is not part of what was named.</exception>
    public async Task<int> RunAsync(string file, int line, string path, bool repro, CancellationToken cancel)
    {
        var full = Path.GetFullPath(file);
        var problems = new Problems(error);
        var groups = await CodeBase.OpenAsync([path], problems, cancel);
        var group =
            groups.FirstOrDefault(group => group.IsScanned && (group.Sources.Contains(full) || IsRazor(full, group)))
            ?? throw new InputException(
                $"{file}: is no file of C# or Razor that is part of {path}: name the solution, project or folder behind it"
            );
        var compiler = new Compiler(problems);
        foreach (var reference in groups.Where(group.References.Contains))
            compiler.Compile(reference, cancel);
        var compiled = compiler.Compile(group, cancel);
        if (compiled.Code.FirstOrDefault(tree => compiled.PathOf(tree) == full) is not { } tree)
        {
            output.WriteLine($"{file}: its code is not looked at: {NotCompiled(compiled)}");
            return problems.HaveErrors ? ExitCode.Failed : ExitCode.NothingFound;
        }

        if (!Analyzers.MayMatter(tree.GetText(cancel)))
            output.WriteLine($"{file}: is not looked at: it holds none of the words that a file about OAuth has");
        else if (repro)
            await ReproduceAsync(compiled, full, line, cancel);
        else
            await ExplainAsync(compiled, tree, full, line, cancel);
        return problems.HaveErrors ? ExitCode.Failed : ExitCode.NothingFound;
    }

    async Task ReproduceAsync(CompiledGroup group, string path, int line, CancellationToken cancel)
    {
        var found = (await DiagnosticsAsync(group, path, cancel)).FirstOrDefault(one => Holds(Finding.From(one, group).Place, line));
        if (found is null)
            throw new InputException($"{path}: nothing is reported at line {line}");
        output.Write(
            Reproduction.Of(group, found, cancel)
                ?? throw new InputException($"{path}: {found.Id} depends on code of other files, or on names that would be shown")
        );
    }

    async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(CompiledGroup group, string path, CancellationToken cancel)
    {
        var options = new ScannerOptions { Covers = file => file == path };
        var scanner = new Scanner(Analyzers.All(), Analyzers.MayMatter, new Problems(error), options);
        return (await scanner.DiagnosticsAsync([group], cancel)).Select(one => one.Diagnostic);
    }

    static bool IsRazor(string path, SourceGroup group) =>
        group.AdditionalFiles.Contains(path) && Path.GetExtension(path).ToLowerInvariant() is ".razor" or ".cshtml";

    static string NotCompiled(CompiledGroup group) =>
        group.UnreadRazor > 0
            ? "no .NET SDK whose Razor compiler could be used is installed"
            : "it holds none of the words that a file about OAuth has, or its project does not compile Razor";

    async Task ExplainAsync(CompiledGroup group, SyntaxTree tree, string path, int line, CancellationToken cancel)
    {
        var findings = (await DiagnosticsAsync(group, path, cancel))
            .Select(found => Finding.From(found, group))
            .Order(Finding.ByPlace)
            .ToList();
        var requests = new RequestReader(group).In(tree, cancel);
        var here = requests.Where(request => Holds(request.Place, line)).ToList();
        // A line in a member that makes requests is about those.
        if (here.Count == 0)
            here = [.. requests.Where(request => request.Parameters.Any(parameter => Holds(parameter.Place, line)))];
        foreach (var request in here)
            Print(request);
        var at = findings.FindAll(finding =>
            finding.Path == path && (Holds(finding.Place, line) || here.Exists(request => finding.Line == request.Place.Line))
        );
        foreach (var finding in at)
            output.WriteLine(Verdict(finding));
        if (here.Count == 0 && at.Count == 0)
            PrintNothing(requests, findings, line);
        else if (at.Count == 0)
            here.ForEach(request => output.WriteLine($"not reported: {Silence(request)}"));
    }

    void Print(SeenRequest request)
    {
        output.WriteLine($"{At(request.Place)}: {Article(request.Kind)} {request.Kind} request, put together by {request.Member}");
        if (request.Endpoint.Length > 0)
            output.WriteLine($"  to {request.Endpoint}");
        foreach (var parameter in request.Parameters)
        {
            var values = parameter.Values.Count == 0 ? "(not known)" : string.Join(" or ", parameter.Values);
            output.WriteLine($"  {parameter.Name} = {values}{(parameter.IsAlways ? "" : ", on some paths")}  [{At(parameter.Place)}]");
        }
        foreach (var code in request.Open)
            output.WriteLine($"  and what may be added by {code.Text}  [{At(code.Place)}]");
        if (request.Open.Count == 0)
            output.WriteLine("  and nothing else: all that is added is known");
    }

    static string Verdict(Finding finding) =>
        finding.Suppression is { } suppression
            ? $"suppressed: {finding.Id}: {suppression.Reason ?? "no reason given"}"
            : $"reported: {TextReport.SeverityName(finding.Severity)} {finding.Id}: {finding.Message}";

    static string Silence(SeenRequest request) =>
        request.State switch
        {
            PkceState.S256 => "it has a code challenge with S256 on every path",
            PkceState.Verifier => "it has a code verifier on every path",
            PkceState.Challenge => "it has a code challenge, whose method is not known",
            PkceState.Unknown => "parts of it are not known, which may add the proof key: an unknown part is no finding",
            PkceState.NotApplicable => "it asks for no code",
            _ => "an option or the kind of project leaves it out",
        };

    void PrintNothing(IReadOnlyList<SeenRequest> requests, List<Finding> findings, int line)
    {
        output.WriteLine($"line {line}: no request is seen here, and nothing is reported");
        var others = requests
            .Select(request => (request.Place, What: $"{request.Kind} request"))
            .Concat(findings.Select(finding => (finding.Place, What: finding.Id)))
            .OrderBy(other => other.Place)
            .DistinctBy(other => (other.Place.Line, other.What))
            .ToList();
        foreach (var (place, what) in others)
            output.WriteLine($"  elsewhere in the file: {what} at line {place.Line}");
    }

    static bool Holds(Place place, int line) => place.Line <= line && line <= place.EndLine;

    static string Article(string kind) => kind.StartsWith('a') ? "an" : "a";

    static string At(Place place) => $"{Path.GetRelativePath(Environment.CurrentDirectory, place.Path).Replace('\\', '/')}:{place.Line}";
}
