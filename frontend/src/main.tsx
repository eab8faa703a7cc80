import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { isRefusal } from './api/problem';
import './base.css';
import './print.css';
import { router } from './router';
import { antdTheme, paintTokens } from './theme';

dayjs.locale('zh-cn');
paintTokens(document.documentElement);

const queries = new QueryClient({
  defaultOptions: {
    // What the server refused it refuses again; only a broken line is worth another try.
    queries: {
      retry: (times, e) => isRefusal(e) && (e.status === 0 || e.status >= 502) && times < 2,
      staleTime: 10_000,
    },
    mutations: { retry: false },
  },
});

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }} csp={{ nonce }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router(queries)} />
      </QueryClientProvider>
    </ConfigProvider>,
  );
}
