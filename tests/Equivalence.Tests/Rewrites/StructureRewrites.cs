using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static PkceAnalyzers.Equivalence.Tests.Rewrites.SourceFile;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>Which member, type or file holds code.</summary>
static class StructureRewrites
{
    public static IReadOnlyList<Rewrite> All { get; } =
    [
        new("argument as local", Arguments),
        new("local inlined", Inlined),
        new("body as method", file => Methods(file, isGeneric: false)),
        new("body as generic method", file => Methods(file, isGeneric: true)),
        new("body as local function", file => Functions(file, (type, async, block) => ($"{async}{type} Core() {block}", "Core"))),
        new("body as lambda", file => Functions(file, (type, async, block) => ($"global::System.Func<{type}> core = {async}() => {block};", "core"))),
        new("value by local function", file => Values(file, (local, make) => $"{local.Type} {make}() => {local.Value}; {local.Declaration.Declaration.Type} {local.Name} = {make}();")),
        new("value by out", file => Values(file, (local, make) => $"void {make}(out {local.Type} given) {{ given = {local.Value}; }} {make}(out {local.Type} {local.Name});")),
        new("value by delegate", file => Values(file, (local, make) => $"global::System.Func<{local.Type}> {make} = () => {local.Value}; {local.Type} {local.Name} = {make}.Invoke();")),
        new("value by static method", file => Extracted(file, usesThis: false, usesPrivate: true, (file, local, make, parameters, arguments) => (Member(local.Value, $"private static {local.Type} {make}({parameters}) => {local.Value};"), $"{make}({arguments})"))),
        new("value by instance method", file => Extracted(file, usesThis: true, usesPrivate: true, (file, local, make, parameters, arguments) => (Member(local.Value, $"private {local.Type} {make}({parameters}) {{ return {local.Value}; }}"), $"{make}({arguments})"))),
        new("value by method of another class", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => (Elsewhere(file, make, $"static class {make} {{ public static {local.Type} Of({parameters}) => {local.Value}; }}"), $"global::{make}Space.{make}.Of({arguments})"))),
        new("value by object of another class", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => (Elsewhere(file, make, $"sealed class {make} {{ public {local.Type} Get({parameters}) {{ var made = {local.Value}; return made; }} }}"), $"new global::{make}Space.{make}().Get({arguments})"))),
        new("value by extension method", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => parameters.Length == 0 ? (null, "") : (Elsewhere(file, make, $"static class {make}Extensions {{ public static {local.Type} {make}(this {parameters}) => {local.Value}; }}"), $"global::{make}Space.{make}Extensions.{make}({arguments})"))),
        new("value by field of a constructor", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => (Elsewhere(file, make, $"sealed class {make} {{ readonly {local.Type} _made; public {make}({parameters}) {{ _made = {local.Value}; }} public {local.Type} Made => _made; }}"), $"new global::{make}Space.{make}({arguments}).Made"))),
        new("value by options", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => (Elsewhere(file, make, $"interface I{make}Of<out T> {{ T Value {{ get; }} }} sealed class {make}Of<T>(T value) : I{make}Of<T> {{ public T Value => value; }} sealed class {make} {{ public {local.Type} Made {{ get; set; }} public static I{make}Of<{make}> With({parameters}) => new {make}Of<{make}>(new {make} {{ Made = {local.Value} }}); }}"), $"global::{make}Space.{make}.With({arguments}).Value.Made"))),
        new("value by interface", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => (Elsewhere(file, make, $"interface I{make} {{ {local.Type} Get({parameters}); }} sealed class {make} : I{make} {{ public {local.Type} Get({parameters}) {{ var made = {local.Value}; return made; }} }}"), $"((global::{make}Space.I{make})new global::{make}Space.{make}()).Get({arguments})"))),
        new("value by base class", file => Extracted(file, usesThis: false, usesPrivate: false, (file, local, make, parameters, arguments) => (Elsewhere(file, make, $"abstract class {make}Base {{ public {local.Type} Get({parameters}) => Make({arguments}); protected abstract {local.Type} Make({parameters}); }} sealed class {make} : {make}Base {{ protected override {local.Type} Make({parameters}) => {local.Value}; }}"), $"new global::{make}Space.{make}().Get({arguments})"))),
        new("local as tuple", file => Held(file, "", (local, held) => ($"var {held} = (Content: ({local.Type})({local.Value}), Number: 0);", $"{held}.Content"))),
        new("local as anonymous object", file => Held(file, "", (local, held) => ($"var {held} = new {{ Content = ({local.Type})({local.Value}) }};", $"{held}.Content"))),
        new("local as record", file => Held(file, "record Holder<T>(T Content);", (local, held) => ($"var {held} = new global::Holder<{local.Type}>({local.Value});", $"{held}.Content"))),
        new("local as object with a property", file => Held(file, "sealed class Holder<T> { public T Content { get; set; } }", (local, held) => ($"var {held} = new global::Holder<{local.Type}> {{ Content = {local.Value} }};", $"{held}.Content"))),
        new("local as object with a field", file => Held(file, "sealed class Holder<T> { readonly T _content; public Holder(T content) { _content = content; } public T Get() => _content; }", (local, held) => ($"var {held} = new global::Holder<{local.Type}>({local.Value});", $"{held}.Get()"))),
        new("local as array", file => Held(file, "", (local, held) => ($"var {held} = new {local.Type}[] {{ {local.Value} }};", $"{held}[0]"))),
        new("local as Lazy", file => Held(file, "", (local, held) => ($"var {held} = new global::System.Lazy<{local.Type}>(() => {local.Value});", $"{held}.Value"))),
        new("members in a base class", BaseClasses),
        new("members in a partial class of another file", Parts),
    ];

    static IEnumerable<TextChange> Arguments(SourceFile file)
    {
        foreach (var argument in file.All<ArgumentSyntax>().Where(argument => file.IsString(argument.Expression) && argument.Expression is not IdentifierNameSyntax && argument.RefOrOutKeyword.RawKind == 0))
        {
            var statement = argument.Ancestors().TakeWhile(outer => outer is not AnonymousFunctionExpressionSyntax and not ConditionalExpressionSyntax and not SwitchExpressionSyntax and not ConditionalAccessExpressionSyntax and not InitializerExpressionSyntax and not QueryExpressionSyntax
                and not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression }).OfType<StatementSyntax>().FirstOrDefault();
            if (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax { IsConst: false } or ReturnStatementSyntax) || statement.Parent is not BlockSyntax || argument.Expression.DescendantNodes().Any(node => node is ArgumentSyntax or DeclarationExpressionSyntax))
                continue;
            var name = file.NewName("given");
            yield return new TextChange(new TextSpan(statement.SpanStart, 0), $"var {name} = {argument.Expression}; ");
            yield return Replace(argument.Expression, name);
        }
    }

    static IEnumerable<TextChange> Inlined(SourceFile file)
    {
        TextSpan last = default;
        foreach (var local in FlowRewrites.Locals(file).Where(local => local.Value is not AnonymousFunctionExpressionSyntax))
        {
            var block = (BlockSyntax)local.Declaration.Parent!;
            if (block.Statements.ElementAtOrDefault(block.Statements.IndexOf(local.Declaration) + 1) is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax) and not null
                || UsesOf(file, local) is not [var use] || use.FirstAncestorOrSelf<StatementSyntax>() != block.Statements.ElementAtOrDefault(block.Statements.IndexOf(local.Declaration) + 1)
                || use.Ancestors().TakeWhile(outer => outer is not StatementSyntax).Any(outer => outer is AnonymousFunctionExpressionSyntax) || use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
            {
                continue;
            }
            // What is inlined into the next local stays while that one is inlined itself.
            if (last.IntersectsWith(local.Declaration.Span))
                continue;
            last = use.FirstAncestorOrSelf<StatementSyntax>()!.Span;
            yield return Replace(local.Declaration, "");
            yield return Replace(use, local.Value is ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or LiteralExpressionSyntax ? $"(({local.Type}){local.Value})" : $"({local.Value})");
        }
    }

    static IReadOnlyList<IdentifierNameSyntax> UsesOf(SourceFile file, Local local)
    {
        var symbol = file.Model.GetDeclaredSymbol(local.Declaration.Declaration.Variables[0]);
        return [.. local.Declaration.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name).Symbol, symbol))];
    }

    static IEnumerable<(Body Body, MethodDeclarationSyntax Method, IMethodSymbol Symbol)> Movable(SourceFile file) => Body.In(file)
        .Where(body => body.Owner is MethodDeclarationSyntax { TypeParameterList: null } && !body.IsIterator)
        .Select(body => (Body: body, Method: (MethodDeclarationSyntax)body.Owner, Symbol: file.Model.GetDeclaredSymbol((MethodDeclarationSyntax)body.Owner)!))
        .Where(member => !(member.Symbol.ReturnsVoid && member.Symbol.IsAsync) && !member.Symbol.ReturnsByRef);

    static bool IsResultless(IMethodSymbol method) => method.ReturnsVoid || method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 };

    static IEnumerable<TextChange> Methods(SourceFile file, bool isGeneric)
    {
        foreach (var (body, method, symbol) in Movable(file))
        {
            var name = file.NewName("Core");
            var parameters = string.Join(", ", method.ParameterList.Parameters.Select(parameter => $"{string.Concat(parameter.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.RefKeyword) || modifier.IsKind(SyntaxKind.OutKeyword) || modifier.IsKind(SyntaxKind.InKeyword)).Select(modifier => modifier.Text + " "))}{parameter.Type} {parameter.Identifier}"));
            var arguments = string.Join(", ", symbol.Parameters.Select(parameter => $"{(parameter.RefKind == RefKind.Ref ? "ref " : parameter.RefKind == RefKind.Out ? "out " : "")}{parameter.Name}"));
            var call = $"{(symbol.IsAsync ? "await " : "")}{name}{(isGeneric ? "<int>" : "")}({arguments})";
            var modifiers = $"private {(symbol.IsStatic ? "static " : "")}{(symbol.IsAsync ? "async " : "")}";
            yield return body.Replace($"{{ {(IsResultless(symbol) ? "" : "return ")}{call}; }} {modifiers}{method.ReturnType} {name}{(isGeneric ? "<TAny>" : "")}({parameters}) {body.Block}");
        }
    }

    static IEnumerable<TextChange> Functions(SourceFile file, Func<string, string, string, (string Declaration, string Name)> declare)
    {
        foreach (var (body, method, symbol) in Movable(file))
        {
            var (declaration, name) = declare(method.ReturnType.ToString(), symbol.IsAsync ? "async " : "", body.Block);
            yield return body.Replace($"{{ {declaration} {(IsResultless(symbol) ? "" : "return ")}{(symbol.IsAsync ? "await " : "")}{name}(); }}");
        }
    }

    static IEnumerable<TextChange> Values(SourceFile file, Func<Local, string, string> write) =>
        FlowRewrites.Locals(file).Where(local => !local.Value.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax)).Select(local => Replace(local.Declaration, write(local, file.NewName("Make"))));

    /// <summary>Values that are made by another member, of what they read.</summary>
    static IEnumerable<TextChange> Extracted(SourceFile file, bool usesThis, bool usesPrivate, Func<SourceFile, Local, string, string, string, (TextChange? Member, string Call)> write)
    {
        foreach (var local in FlowRewrites.Locals(file).Where(local => !local.Value.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or LiteralExpressionSyntax { Parent: EqualsValueClauseSyntax })))
        {
            var flow = file.Model.AnalyzeDataFlow(local.Value)!;
            var read = flow.ReadInside.Where(symbol => symbol is not IParameterSymbol { IsThis: true }).Except(flow.VariablesDeclared, SymbolEqualityComparer.Default).ToList();
            var types = read.Select(symbol => NameOf(symbol is ILocalSymbol variable ? variable.Type : (symbol as IParameterSymbol)?.Type)).ToList();
            if (!flow.Succeeded || types.Contains(null) || flow.WrittenInside.Any(symbol => !flow.VariablesDeclared.Contains(symbol)) || !CanMove(file, local, usesThis, usesPrivate))
                continue;
            var make = file.NewName("Make");
            var (member, call) = write(file, local, make, string.Join(", ", read.Zip(types, (symbol, type) => $"{type} {symbol!.Name}")), string.Join(", ", read.Select(symbol => symbol!.Name)));
            if (member is not { } declared)
                continue;
            if (declared.NewText!.Length > 0)
                yield return declared;
            yield return Replace(local.Value, call);
        }
    }

    static bool CanMove(SourceFile file, Local local, bool usesThis, bool usesPrivate)
    {
        if (usesThis && file.Model.GetEnclosingSymbol(local.Value.SpanStart) is { IsStatic: true })
            return false;
        var used = local.Value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => file.Model.GetSymbolInfo(name).Symbol).OfType<ISymbol>()
            .Where(symbol => symbol is IMethodSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol or INamedTypeSymbol && symbol.Locations.Any(location => location.IsInSource)).ToList();
        return used.All(symbol => symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            && (usesThis || symbol.IsStatic || symbol is INamedTypeSymbol || !IsOfThis(symbol, local.Value, file))
            && (usesPrivate || symbol.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected) && symbol.ContainingType?.DeclaredAccessibility is not Accessibility.Private && (symbol is not INamedTypeSymbol || symbol.ContainingType is null)));
    }

    /// <summary>Whether a member is used of the object itself.</summary>
    static bool IsOfThis(ISymbol member, ExpressionSyntax value, SourceFile file) => value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        .Any(name => name.Parent is not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access || access.Expression == name
            ? SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name).Symbol, member) && name.Parent is not (AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or MemberBindingExpressionSyntax) : false);

    /// <summary>Declares a type in another file, with what this file uses.</summary>
    static TextChange? Elsewhere(SourceFile file, string name, string declaration)
    {
        var usings = ((CompilationUnitSyntax)file.Root).Usings.Where(directive => directive.GlobalKeyword.RawKind == 0).Select(directive => $"{directive} ")
            .Concat(file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => $"using {space.Name}; ")).Distinct();
        file.AddElsewhere($"namespace {name}Space {{ {string.Concat(usings)}{declaration} }}");
        return new TextChange(default, "");
    }

    static IEnumerable<TextChange> Held(SourceFile file, string type, Func<Local, string, (string Declaration, string Use)> write)
    {
        var replaced = new List<TextSpan>();
        foreach (var local in FlowRewrites.Locals(file))
        {
            var uses = UsesOf(file, local);
            TextSpan[] spans = [local.Declaration.Span, .. uses.Select(use => use.Span)];
            if (spans.Any(span => replaced.Exists(other => other.IntersectsWith(span))))
                continue;
            if (uses.Any(use => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use || use.Parent is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } or AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }))
                continue;
            var (declaration, use) = write(local, file.NewName("held"));
            yield return Replace(local.Declaration, declaration);
            foreach (var name in uses)
                yield return Replace(name, use);
            replaced.AddRange(spans);
        }
        if (replaced.Count > 0 && type.Length > 0)
            file.AddElsewhere(type);
    }

    static IEnumerable<ClassDeclarationSyntax> Classes(SourceFile file) => file.All<ClassDeclarationSyntax>().Where(type => type.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax && type is { TypeParameterList: null, ParameterList: null, Members.Count: > 0 }
        && type.OpenBraceToken is { RawKind: not 0, IsMissing: false });

    static IEnumerable<TextChange> BaseClasses(SourceFile file)
    {
        foreach (var type in Classes(file).Where(type => !type.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.PartialKeyword) || modifier.IsKind(SyntaxKind.FileKeyword)) && type.BaseList is null
            && !type.Members.Any(member => member is ConstructorDeclarationSyntax or TypeDeclarationSyntax || member.Modifiers.Any(SyntaxKind.OverrideKeyword))))
        {
            var name = file.NewName(type.Identifier.ValueText + "Base");
            var modifiers = string.Concat(type.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword)).Select(modifier => modifier.Text + " "));
            yield return new TextChange(new TextSpan(type.SpanStart, 0), $"{type.AttributeLists} {type.Modifiers} class {type.Identifier} : {name} {{ }} ");
            yield return new TextChange(TextSpan.FromBounds(type.SpanStart, type.Identifier.Span.End), $"{modifiers}abstract class {name}");
        }
    }

    static IEnumerable<TextChange> Parts(SourceFile file)
    {
        foreach (var type in Classes(file).Where(type => type.Members.Count > 1 && !type.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PartialKeyword) || modifier.IsKind(SyntaxKind.FileKeyword))))
        {
            var moved = type.Members.Where((member, i) => i % 2 == 1 && member is BaseMethodDeclarationSyntax).ToList();
            if (moved.Count == 0)
                continue;
            var space = type.Parent is BaseNamespaceDeclarationSyntax { Name: var name } ? name.ToString() : null;
            var part = $"{string.Concat(type.Modifiers.Select(modifier => modifier.Text + " "))}partial class {type.Identifier} {{ {string.Join("\n", moved.Select(member => member.ToString()))} }}";
            var usings = string.Concat(((CompilationUnitSyntax)file.Root).Usings.Where(directive => directive.GlobalKeyword.RawKind == 0).Select(directive => $"{directive} "));
            file.AddElsewhere(space is null ? usings + part : $"{usings}namespace {space} {{ {part} }}");
            yield return new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ");
            foreach (var member in moved)
                yield return Replace(member, "");
        }
    }
}
