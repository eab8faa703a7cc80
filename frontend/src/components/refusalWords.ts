import { isRefusal } from '@/api/problem';

/** A refusal that trying again does not change: not this person's, or not there. */
export function isShut(error: unknown): boolean {
  return isRefusal(error) && (error.status === 403 || error.status === 404);
}

/** A refusal of a whole list: other batches or filters would fare no better. */
export function isForbidden(error: unknown): boolean {
  return isRefusal(error) && error.status === 403;
}

/** Why a page cannot be shown, told to an official. */
export function refusalWords(error: unknown): { title: string; advice: string } {
  if (!isRefusal(error)) return { title: '页面出错', advice: '请刷新后再试。已保存的内容都在。' };
  if (error.status === 403) return { title: '您的岗位不能查看这一页', advice: error.message };
  if (error.status === 404) return { title: '没有找到，或不属于您的办理范围', advice: error.message };
  return { title: error.status === 0 ? '网络不通' : '暂时打不开', advice: error.message };
}
