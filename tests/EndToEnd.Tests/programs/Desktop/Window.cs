using System.ComponentModel;
using DesktopLogin;

namespace Desktop;

/// <summary>Stands for a window with a web view, which is bound to the view model as WPF binds one.</summary>
static class Window
{
    public static async Task<TokenResponse> ShowAsync(LoginViewModel viewModel, AuthorizationServer server, LoopbackRedirect redirect)
    {
        var closed = new TaskCompletionSource<TokenResponse>();
        viewModel.PropertyChanged += OnPropertyChanged;
        viewModel.LoginCommand.Execute(null);
        return await closed.Task;

        async void OnPropertyChanged(object? sender, PropertyChangedEventArgs e)
        {
            try
            {
                if (e.PropertyName == nameof(LoginViewModel.Address))
                {
                    Console.WriteLine(viewModel.Address);
                    await viewModel.OnNavigatedAsync(await redirect.ReceiveCodeAsync(server, viewModel.State));
                }
                else if (viewModel.Tokens is { } tokens)
                {
                    closed.SetResult(tokens);
                }
            }
            catch (Exception exception)
            {
                closed.SetException(exception);
            }
        }
    }
}
