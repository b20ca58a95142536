using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>Whose the objects of a type are, and how long they live, as far as a program shows it.</summary>
sealed class ObjectLifetime(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>How many functions that hand an object on are looked at.</summary>
    const int MostHandedOn = 3;

    /// <summary>Bases of what a user of a desktop program or a game sees, with their frameworks.</summary>
    static readonly (string Type, string[] Spaces)[] Views =
    [
        ("MonoBehaviour", ["UnityEngine"]),
        ("EditorWindow", ["UnityEditor"]),
        ("Form", ["System.Windows.Forms"]),
        ("UserControl", ["System.Windows", "Microsoft.UI.Xaml", "Avalonia", "Windows.UI.Xaml"]),
        ("Window", ["System.Windows", "Microsoft.UI.Xaml", "Avalonia"]),
        ("Page", ["System.Windows", "Microsoft.UI.Xaml", "Windows.UI.Xaml"]),
        ("ContentPage", ["Microsoft.Maui", "Xamarin.Forms"]),
        ("Application", ["System.Windows", "Microsoft.UI.Xaml", "Windows.UI.Xaml", "Avalonia", "Microsoft.Maui", "Xamarin.Forms"]),
        ("MauiWinUIApplication", ["Microsoft.Maui"]),
        ("UIViewController", ["UIKit"]),
    ];

    /// <summary>Names that only programs use which answer the requests of many users.</summary>
    static readonly string[] Servers =
    [
        "WebApplication",
        "IApplicationBuilder",
        "ConfigureWebHostDefaults",
        "UseStartup",
        "WebHost",
        "IWebHostBuilder",
        "ControllerBase",
        "IHttpHandler",
        "IAppBuilder",
        "HttpApplication",
        "FunctionsApplication",
        "ConfigureFunctionsWorkerDefaults",
        "ConfigureFunctionsWebApplication",
    ];

    /// <summary>How the methods begin by which programs tell containers what to make.</summary>
    static readonly string[] Registrations =
    [
        "Add",
        "TryAdd",
        "Register",
        "Bind",
        "Replace",
        "Decorate",
        "Use",
        "Configure",
        "For",
        "Map",
        "Export",
        "Import",
        "Provide",
        "Inject",
    ];

    /// <summary>Those that make no object, or one that its maker keeps.</summary>
    static readonly string[] NoRegistrations = ["AddComponent"];

    /// <summary>Types of who is at the other end.</summary>
    static readonly string[] Peers =
    [
        "HttpListenerContext",
        "HttpListenerRequest",
        "TcpClient",
        "Socket",
        "WebSocket",
        "NetworkStream",
        "HttpContext",
    ];

    readonly RunOrder _order = new(cache, cancellation);
    readonly CodeOrigin _codes = new(cache, cancellation);

    /// <summary>Whether a field of such an object keeps what one login left there until the same login goes on.</summary>
    public bool KeepsLogin(INamedTypeSymbol type, IReadOnlyList<End> ends) =>
        type.TypeKind == TypeKind.Class
        && (
            IsMadeInRun(ends)
            || IsOfUser(type)
                && !IsMadeToRedeem(type, ends)
                && !AreToldWhose(ends)
                && CarrierKey.IsOfOneProvider(ends.Where(end => end.Request.Kind != RequestKind.Token), cache, cancellation)
        );

    /// <summary>Whether the steps are told by their caller whose login it is, as those of a server are.</summary>
    bool AreToldWhose(IReadOnlyList<End> ends)
    {
        var functions = ends.SelectMany(end => end.Places).Select(Functions.Around).Distinct().ToList();
        var parameters = functions
            .OfType<SyntaxNode>()
            .Select(function =>
                (Functions.ParametersOf(function)?.Parameters ?? default)
                    .Select(parameter => cache.ModelOf(parameter.SyntaxTree).GetDeclaredSymbol(parameter, cancellation))
                    .OfType<IParameterSymbol>()
                    .ToList()
            )
            .ToList();
        return parameters.Exists(list => list.Exists(parameter => Peers.Contains(parameter.Type.Name)))
            || parameters.Count > 1
                && parameters[0]
                    .Exists(parameter =>
                        IsNumber(parameter.Type) && parameters.TrueForAll(list => list.Exists(other => other.Name == parameter.Name))
                    );
    }

    static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 || type.Name == "Guid";

    /// <summary>Whether the program has one user, and keeps such an object for them from one step to the next.</summary>
    bool IsOfUser(INamedTypeSymbol type)
    {
        if (IsServer || IsContained(type))
            return false;
        if (IsView(type))
            return true;
        return IsOfOneUser && (type.AllInterfaces.Any(face => face.Name == "INotifyPropertyChanged") || IsKept(type));
    }

    bool IsServer => Servers.Any(name => cache.UsesOf(name, cancellation).Any());

    /// <summary>Whether all objects of the program are one user's: a desktop program, an app or a game.</summary>
    bool IsOfOneUser =>
        cache.Compilation.Options.OutputKind
            is OutputKind.WindowsApplication
                or OutputKind.WindowsRuntimeApplication
                or OutputKind.WindowsRuntimeMetadata
        || Views.Any(view =>
            view.Type is "Application" or "MonoBehaviour" or "Form" or "Window"
            && DeclaresView(view.Type)
            && (view.Type != "Window" || IsExecutable)
        );

    bool IsExecutable => cache.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary;

    bool DeclaresView(string name) =>
        cache
            .UsesOf(name, cancellation)
            .Any(use =>
                use.FirstAncestorOrSelf<BaseTypeSyntax>() is { Parent.Parent: ClassDeclarationSyntax declared }
                && cache.TypeAt(declared, cancellation) is { } type
                && IsView(type)
            );

    bool IsView(INamedTypeSymbol type) =>
        Functions
            .Bases(type)
            .Any(current =>
                Views.Any(view => view.Type == current.Name && view.Spaces.Any(space => Functions.IsOf(space, current, type, cancellation)))
            );

    /// <summary>Whether each object that the program makes of a type is put where it stays: in a member, in an object that takes it in its
    /// constructor, or in a local of the entry point.</summary>
    bool IsKept(INamedTypeSymbol type)
    {
        var creations = CreationsOf(type).ToList();
        return creations.Count > 0
            && creations.TrueForAll(creation =>
                creation.Parent switch
                {
                    EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
                    EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax } } => true,
                    EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax } => IsEntryPoint(Functions.Around(creation)),
                    AssignmentExpressionSyntax assignment => cache
                        .ModelOf(creation.SyntaxTree)
                        .GetSymbolInfo(assignment.Left, cancellation)
                        .Symbol
                        is IFieldSymbol
                            or IPropertySymbol,
                    ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } => true,
                    _ => false,
                }
            );
    }

    /// <summary>Whether the program makes an object that redeems a code without having asked for one.</summary>
    bool IsMadeToRedeem(INamedTypeSymbol type, IReadOnlyList<End> ends)
    {
        var begins = MethodsOf(ends.Where(end => end.Request.Kind != RequestKind.Token));
        var redeems = MethodsOf(ends.Where(end => end.Request.Kind == RequestKind.Token));
        return CreationsOf(type).Select(CalledOn).Any(called => called.Overlaps(redeems) && !called.Overlaps(begins));
    }

    static HashSet<string?> MethodsOf(IEnumerable<End> ends) =>
        [.. ends.SelectMany(end => end.Places).Select(Functions.Around).OfType<MethodDeclarationSyntax>().Select(Functions.NameOf)];

    /// <summary>The methods that are called on a new object, or on the local that holds it.</summary>
    static HashSet<string?> CalledOn(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Parent is MemberAccessExpressionSyntax access)
            return [access.Name.Identifier.ValueText];
        if (
            creation.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not null
            || HolderOf(creation) is not { } holder
            || Functions.Around(creation) is not { } function
        )
            return [];
        return
        [
            .. function
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(called => called.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == holder)
                .Select(called => called.Name.Identifier.ValueText),
        ];
    }

    IEnumerable<BaseObjectCreationExpressionSyntax> CreationsOf(INamedTypeSymbol type)
    {
        var named = cache
            .UsesOf(type.Name, cancellation)
            .Select(name => name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>())
            .OfType<BaseObjectCreationExpressionSyntax>();
        var targeted = cache
            .UsesOf(type.Name, cancellation)
            .Select(name => name.SyntaxTree)
            .Distinct()
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>());
        return named.Concat(targeted).Distinct().Where(creation => SymbolEqualityComparer.Default.Equals(TypeOf(creation), type));
    }

    ITypeSymbol? TypeOf(ExpressionSyntax expression) => cache.ModelOf(expression.SyntaxTree).GetTypeInfo(expression, cancellation).Type;

    /// <summary>Whether a container may make objects of a type, or hands one to whoever asks: the type or one of its interfaces is named,
    /// or an object of it given, in a call that registers it.</summary>
    bool IsContained(INamedTypeSymbol type)
    {
        if (
            type.GetAttributes()
                .Any(attribute =>
                    attribute.AttributeClass?.Name is { } name
                    && (name.StartsWith("Export", StringComparison.Ordinal) || name.StartsWith("Inject", StringComparison.Ordinal))
                )
        )
            return true;
        var names = type
            .AllInterfaces.Where(face => face.DeclaringSyntaxReferences.Length > 0)
            .Select(face => face.Name)
            .Prepend(type.Name);
        var named = names
            .SelectMany(name => cache.UsesOf(name, cancellation))
            .Any(use => use.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsRegistration));
        return named
            || CreationsOf(type)
                .Select(HolderOf)
                .OfType<string>()
                .Any(holder =>
                    cache
                        .UsesOf(holder, cancellation)
                        .Any(use => use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsRegistration(call))
                );
    }

    static string? HolderOf(BaseObjectCreationExpressionSyntax creation) =>
        creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;

    static bool IsRegistration(InvocationExpressionSyntax call)
    {
        var method =
            (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
            ?? (call.Expression as SimpleNameSyntax)?.Identifier.ValueText;
        return method is not null
            && !NoRegistrations.Contains(method)
            && Registrations.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Whether one run of a function does all steps, one after the other, by an object that only this run has.</summary>
    bool IsMadeInRun(IReadOnlyList<End> ends)
    {
        var called = ends.Select(CalledBy).ToList();
        if (called.Contains(null))
            return false;
        var begun = called.Where(end => end!.Request.Kind != RequestKind.Token).SelectMany(CallsTo).ToList();
        return begun.TrueForAll(call => IsOfOneRun(ReceiverOf(call), MostHandedOn))
            && called
                .Where(end => end!.Request.Kind == RequestKind.Token)
                .All(end => _codes.IsGotAfter(end!, begun) && CallsTo(end!).All(IsAfterOne));

        // Each redemption has a login before it that the same run began by the same object.
        bool IsAfterOne(InvocationExpressionSyntax call) =>
            begun.Where(begin => SameReceiver(begin, call) && _order.Leads(begin, call)).ToList() is { Count: > 0 } before
            && before.TrueForAll(one =>
                before.TrueForAll(other => one == other || !_order.Leads(one, other) || IsRedeemedBetween(one, other))
            );

        // Of two logins that are begun one after the other, the field holds the second.
        bool IsRedeemedBetween(InvocationExpressionSyntax one, InvocationExpressionSyntax other) =>
            called
                .Where(end => end!.Request.Kind == RequestKind.Token)
                .SelectMany(CallsTo)
                .Any(redeem => _order.Leads(one, redeem) && _order.Leads(redeem, other));
    }

    /// <summary>The end with the calls of the one method that its places lie in; null where there is no such method, or not all calls are
    /// known.</summary>
    End? CalledBy(End end) =>
        end.Places.Select(Functions.Around).Distinct().ToList() is [{ } function] && CallsOf(function) is { Calls.IsEmpty: false } lift
            ? end with
            {
                Lifts = end.Lifts.Add(lift),
            }
            : null;

    static IEnumerable<InvocationExpressionSyntax> CallsTo(End? end) => end!.Lifts[end.Lifts.Length - 1].Calls;

    /// <summary>All calls of a method, by whatever interface; null where it may be called otherwise, or from outside.</summary>
    Lift? CallsOf(SyntaxNode? function)
    {
        if (
            function is not MethodDeclarationSyntax method
            || cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol
        )
            return null;
        if (!IsExecutable && IsVisible(symbol))
            return null;
        var interfaces = symbol
            .ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name))
            .OfType<IMethodSymbol>()
            .Where(member =>
                SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)
            )
            .SelectMany(member => member.DeclaringSyntaxReferences)
            .Select(part => part.GetSyntax(cancellation))
            .OfType<MethodDeclarationSyntax>();
        ImmutableArray<MethodDeclarationSyntax> declarations = [method, .. interfaces];
        return Callers.CallsOf(declarations, cache, cancellation) is { } calls ? new Lift(declarations, calls, IsPublicApi: false) : null;
    }

    static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    bool SameReceiver(InvocationExpressionSyntax one, InvocationExpressionSyntax other) =>
        SymbolOf(ReceiverOf(one)) is (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) and var symbol
        && SymbolEqualityComparer.Default.Equals(symbol, SymbolOf(ReceiverOf(other)));

    ISymbol? SymbolOf(ExpressionSyntax? receiver) =>
        receiver is null ? null : cache.ModelOf(receiver.SyntaxTree).GetSymbolInfo(receiver, cancellation).Symbol;

    /// <summary>Whether an object is made by the run that uses it, or handed to it by one that does; the entry point runs once.</summary>
    bool IsOfOneRun(ExpressionSyntax? receiver, int depth)
    {
        if (receiver is BaseObjectCreationExpressionSyntax)
            return true;
        var function = receiver is null ? null : Functions.Around(receiver);
        switch (SymbolOf(receiver))
        {
            case ILocalSymbol local
                when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                    is VariableDeclaratorSyntax { Initializer.Value: var value } declared:
                return Functions.Around(declared) == function
                    && value is BaseObjectCreationExpressionSyntax
                    && !IsAssigned(local, function!);
            case IParameterSymbol parameter when depth > 0:
                return ArgumentsFor(parameter, function!) is { IsEmpty: false } arguments
                    && arguments.All(argument => IsOfOneRun(argument, depth - 1));
            case IFieldSymbol or IPropertySymbol:
                return IsEntryPoint(function);
            default:
                return false;
        }
    }

    static bool IsAssigned(ILocalSymbol local, SyntaxNode function) =>
        function
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local.Name);

    /// <summary>What is handed in for a parameter; null where not all calls are known.</summary>
    ImmutableArray<ExpressionSyntax>? ArgumentsFor(IParameterSymbol parameter, SyntaxNode function)
    {
        var calls = function is LocalFunctionStatementSyntax local ? CallsOf(local) : CallsOf(function)?.Calls;
        // Runs that are not waited for share the object.
        if (calls?.All(IsWaitedFor) != true)
            return null;
        var arguments = calls
            ?.Select(call =>
                call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                ?? call.ArgumentList.Arguments.ElementAtOrDefault(parameter.Ordinal)
            )
            .ToList();
        return arguments is null || arguments.Exists(argument => argument is null)
            ? null
            : [.. arguments.Select(argument => argument!.Expression)];
    }

    /// <summary>Whether the code that makes a call goes on when the call is done.</summary>
    bool IsWaitedFor(InvocationExpressionSyntax call) =>
        call.Parent is AwaitExpressionSyntax
        || SymbolOf(call) is IMethodSymbol { IsAsync: false, ReturnType.Name: not ("Task" or "ValueTask") }
        || call.Parent
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "Wait" or "Result" or "GetAwaiter" };

    /// <summary>The calls of a local function; null where it is used in another way.</summary>
    ImmutableArray<InvocationExpressionSyntax>? CallsOf(LocalFunctionStatementSyntax function)
    {
        var uses = cache
            .NamesIn(function.SyntaxTree, cancellation)[function.Identifier.ValueText]
            .Where(use =>
                SymbolOf(use) is IMethodSymbol { MethodKind: MethodKind.LocalFunction } called
                && called.DeclaringSyntaxReferences.Any(part => part.Span == function.Span)
            )
            .ToList();
        return uses.TrueForAll(use => use.Parent is InvocationExpressionSyntax)
            ? [.. uses.Select(use => (InvocationExpressionSyntax)use.Parent!)]
            : null;
    }

    /// <summary>The function that a program begins with: it runs once.</summary>
    bool IsEntryPoint(SyntaxNode? function) =>
        function is CompilationUnitSyntax
        || function is MethodDeclarationSyntax { Identifier.ValueText: WellKnownMemberNames.EntryPointMethodName } main
            && main.Modifiers.Any(SyntaxKind.StaticKeyword)
            && IsExecutable;
}
