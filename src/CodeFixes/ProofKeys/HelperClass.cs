using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>The source of a helper class: <paramref name="system"/> and <paramref name="microsoft"/> name the namespaces, and
/// <paramref name="nullable"/> is what annotates a type whose values may be null.</summary>
delegate string HelperText(string system, string microsoft, string modifiers, string name, string nullable);

/// <summary>A class that is written into a program where it does not reference the Runtime: file-local from C# 11 on, nested in the class
/// that makes the request before, or in a file of its own.</summary>
/// <param name="Names">What it may be called: the first name that means nothing else.</param>
/// <param name="Methods">Its methods, by which one that is there already is known.</param>
/// <param name="FileName">Its file, where another helper has <see cref="FirstFile"/>.</param>
sealed record HelperClass(string[] Names, string[] Methods, string FileName, HelperText Text)
{
    const string FirstFile = "Pkce.cs";

    /// <summary>The name of the helper that can be called at <paramref name="position"/>, one that is there already or
    /// one that is added to <paramref name="edits"/>.</summary>
    public string NameAt(SourceFile file, int position, SolutionEdits edits, SolutionEdits planned)
    {
        var visible = Names.Select(name => (Name: name, Symbols: file.Model.LookupSymbols(position, name: name))).ToList();
        if (visible.Find(one => one.Symbols.Any(Is)).Name is { } present)
            return present;
        edits.WritesHelper = true;
        return file.Home == HelperHome.Project
            ? NameInProject(file, position, edits)
            : Add(file, position, visible.Find(one => one.Symbols.IsEmpty).Name ?? Names.Last(), edits, planned);
    }

    bool Is(ISymbol symbol) => symbol is INamedTypeSymbol type && Methods.All(method => type.GetMembers(method).Any());

    string Add(SourceFile file, int position, string name, SolutionEdits edits, SolutionEdits planned)
    {
        var owner =
            file.LanguageVersion >= LanguageVersion.CSharp11
                ? null
                : file.Root.FindToken(position).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault();
        if (owner is null)
            AddToFile(edits.In(file), name);
        else if (planned.TryClaim(file.Model.GetDeclaredSymbol(owner)?.ToDisplayString() ?? "", name, file.Key))
            AddToType(edits.In(file), owner, name);
        return name;
    }

    void AddToFile(DocumentEdits edits, string name)
    {
        var file = edits.File;
        var space = file.Root.Members.Count == 1 ? file.Root.Members[0] as NamespaceDeclarationSyntax : null;
        var last = space is null ? file.Root.Members.Last() : space.Members.Last();
        var modifiers = file.LanguageVersion >= LanguageVersion.CSharp11 ? "file static" : "static";
        Write(edits, last, space is null ? "" : file.IndentAt(last.SpanStart), modifiers, name);
    }

    void AddToType(DocumentEdits edits, TypeDeclarationSyntax owner, string name)
    {
        var last = owner.Members.Last();
        Write(edits, last, edits.File.IndentAt(last.SpanStart), "private static", name);
    }

    void Write(DocumentEdits edits, SyntaxNode last, string indent, string modifiers, string name)
    {
        var file = edits.File;
        var nullable = file.AllowsNullable(last.SpanStart) ? "?" : "";
        var source = Text(file.Rooted(last.SpanStart, "System"), file.Rooted(last.SpanStart, "Microsoft"), modifiers, name, nullable);
        var text = string.Concat(Lines(source, file).Select(line => file.NewLine + (line.Length == 0 ? "" : indent + line)));
        edits.InsertOnce(SourceFile.EndWithComments(last.GetLastToken()), file.NewLine + text, Layer.Following);
    }

    static IEnumerable<string> Lines(string source, SourceFile file) =>
        source.Split('\n').Select(line => line.TrimEnd('\r').Replace("    ", file.IndentUnit));

    /// <summary>The expression that names the helper at <paramref name="position"/>, which lies in the global namespace, where all of the
    /// project sees it without a using directive; its file is added to <paramref name="edits"/> where the project has none yet.</summary>
    string NameInProject(SourceFile file, int position, SolutionEdits edits)
    {
        var global = file.Model.Compilation.GlobalNamespace;
        var taken = Names.ToDictionary(
            name => name,
            name => global.GetMembers(name).Where(member => member is not INamedTypeSymbol { IsFileLocal: true }).ToList()
        );
        var name = taken.FirstOrDefault(one => one.Value.Exists(IsOfProject)).Key;
        if (name is null)
        {
            name = Names.FirstOrDefault(candidate => taken[candidate].Count == 0) ?? Names.Last();
            foreach (var project in ProjectsOf(file.Document))
                edits.AddOnce(project, name, [FirstFile, FileName], FileOf(file, name));
        }
        return file.Model.LookupSymbols(position, name: name).All(IsOfProject) ? name : $"global::{name}";

        bool IsOfProject(ISymbol symbol) =>
            Is(symbol) && file.Model.Compilation.IsSymbolAccessibleWithin(symbol, file.Model.Compilation.Assembly);
    }

    SourceText FileOf(SourceFile file, string name)
    {
        var isNullable = file.LanguageVersion >= LanguageVersion.CSharp8 && Text("", "", "", "", "?") != Text("", "", "", "", "");
        var source = (isNullable ? "#nullable enable\n" : "") + Text("System", "Microsoft", "internal static", name, isNullable ? "?" : "");
        return SourceText.From(string.Concat(Lines(source, file).Select(line => line + file.NewLine)), file.Text.Encoding);
    }

    /// <summary>The projects that compile the document, those of several target frameworks once.</summary>
    static IEnumerable<Project> ProjectsOf(Document document) =>
        document
            .GetLinkedDocumentIds()
            .Select(id => document.Project.Solution.GetDocument(id)!.Project)
            .Prepend(document.Project)
            .GroupBy(SolutionEdits.KeyOf)
            .Select(same => same.First());
}
