import * as lightningNavigation from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';

/** What our stub of the navigation service adds. */
interface TestNavigation {
    navigate: jest.Mock<void, [PageReference]>;
    generateUrl: jest.Mock<Promise<string>, [PageReference]>;
}

/** The navigation of the component under test. */
export const navigation = lightningNavigation as unknown as TestNavigation;
